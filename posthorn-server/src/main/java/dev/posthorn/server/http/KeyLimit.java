package dev.posthorn.server.http;

import dev.posthorn.core.organisation.KeyId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Counts each key's calls: so many in a window, all at once if its owner likes, and then again as
 * time gives them back one by one (the generic cell rate algorithm of ITU-T I.371). A call costs a
 * look-up and one write, no lock and no memory. Used by many threads.
 */
public final class KeyLimit {
    /** What {@link #take} answers where nothing is counted. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    public static final KeyLimit OFF = new KeyLimit(0, 1, () -> 0);

    private static final long NANOS_PER_S = 1_000_000_000;

    /** By key, when its calls are all given back, in nanoseconds since the start. */
    private final Map<KeyId, AtomicLong> fullAt = new ConcurrentHashMap<>();

    private final int calls;
    private final int windowS;
    private final long windowNanos;
    private final long intervalNanos;
    private final LongSupplier nanoTime;
    private final long startNanos;

    /** {@code calls} in {@code windowS} seconds for each key; 0 for any number. */
    public KeyLimit(int calls, int windowS, LongSupplier nanoTime) {
        this.calls = calls;
        this.windowS = windowS;
        this.windowNanos = windowS * NANOS_PER_S;
        this.intervalNanos = calls == 0 ? 0 : windowNanos / calls;
        this.nanoTime = nanoTime;
        this.startNanos = nanoTime.getAsLong();
    }

    /** How many calls are left after this one; negative: it is not counted, wait so many ns. */
    long take(KeyId key) {
        if (calls == 0) {
            return UNLIMITED;
        }
        AtomicLong full = fullAt.get(key);
        if (full == null) {
            full = fullAt.computeIfAbsent(key, _ -> new AtomicLong());
        }
        long now = nanoTime.getAsLong() - startNanos;
        while (true) {
            long before = full.get();
            long after = Math.max(before, now) + intervalNanos;
            long over = after - now - windowNanos;
            if (over > 0) {
                return -over;
            }
            if (full.compareAndSet(before, after)) {
                return -over / intervalNanos;
            }
        }
    }

    /** Keys that are not {@code known} any more take no memory. */
    public void forget(Predicate<KeyId> known) {
        fullAt.keySet().removeIf(key -> !known.test(key));
    }

    /** Said to callers who called too often. */
    ApiError refusal(long waitNanos) {
        long seconds = seconds(waitNanos);
        return new ApiError(
                ErrorCode.LIMIT_EXCEEDED,
                "This key may make "
                        + calls
                        + " calls in "
                        + windowS
                        + " s. Wait "
                        + seconds
                        + " s.",
                Map.of(),
                Map.of("Retry-After", Long.toString(seconds)));
    }

    /**
     * The headers of draft-ietf-httpapi-ratelimit-headers-10, and the older ones most clients know.
     *
     * @param left as {@link #take} answered
     */
    Map<String, String> headers(long left) {
        long remaining = Math.max(0, left);
        long reset = seconds((calls - remaining) * intervalNanos);
        return Map.of(
                "RateLimit-Policy", "\"key\";q=" + calls + ";w=" + windowS,
                "RateLimit", "\"key\";r=" + remaining + ";t=" + reset,
                "X-RateLimit-Limit", Integer.toString(calls),
                "X-RateLimit-Remaining", Long.toString(remaining),
                "X-RateLimit-Reset", Long.toString(reset));
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, NANOS_PER_S);
    }
}
