package dev.posthorn.core.lane;

import java.time.Duration;

/**
 * What bounds the dispatcher's memory and the sender's connections.
 *
 * @param maxInFlight requests under way or unsettled, all lanes together
 * @param maxInFlightPerEndpoint the most an endpoint's window may grow to
 * @param maxReady deliveries waiting in memory, all lanes together
 * @param maxReadyBytes payload bytes they may hold; beyond it lanes keep ids and load at send
 * @param maxInFlightBytes payload bytes under way
 * @param timeout whole exchange, for endpoints without one of their own
 */
public record DispatchLimits(
        int maxInFlight,
        int maxInFlightPerEndpoint,
        int maxReady,
        long maxReadyBytes,
        long maxInFlightBytes,
        Duration timeout) {
    /** Rows a lane keeps ready: one refill's worth. */
    public static final int READY_PER_LANE = 128;

    /** A refill starts when no more than this is ready, so that the line never runs dry. */
    public static final int REFILL_BELOW = 32;

    /** New events that may wait in memory beside an old backlog. */
    public static final int FRESH_PER_LANE = 64;

    /** Payload bytes a refill may bring at once. */
    public static final int REFILL_BYTES = 1024 * 1024;
}
