package dev.posthorn.server.ingest;

import java.time.Duration;

/**
 * How much one publishing call may bring.
 *
 * @param maxRequestBytes of a whole body
 * @param maxEventBytes of one event's {@code data}
 * @param maxBatch events in one call
 * @param maxAhead how far {@code deliver_at} may be off; what is kept less long than the longest
 *     schedule after that would be gone before it is delivered
 */
public record IngestLimits(
        int maxRequestBytes, int maxEventBytes, int maxBatch, Duration maxAhead) {
    /** The longest a publisher may plan ahead, whatever is kept. */
    public static final Duration MAX_AHEAD = Duration.ofDays(7);

    public static final IngestLimits DEFAULTS =
            new IngestLimits(16 * 1024 * 1024, 1024 * 1024, 1000, MAX_AHEAD);
}
