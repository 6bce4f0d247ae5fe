package dev.posthorn.bench.load;

/** When the next request is due. */
public sealed interface Pace {
    /**
     * Open loop: requests are due at fixed moments whatever the server does, and one that has to
     * wait for a connection is late, not skipped.
     */
    record Open(double requestsPerSecond) implements Pace {
        private static final double NANOS_PER_SECOND = 1e9;

        public Open {
            if (!(requestsPerSecond > 0)) {
                throw new IllegalArgumentException("a rate must be positive: " + requestsPerSecond);
            }
        }

        long dueNanos(long request) {
            return (long) (request * (NANOS_PER_SECOND / requestsPerSecond));
        }
    }

    /**
     * Closed loop: a connection asks again as soon as it was answered, unless {@code maxUnderway}
     * deliveries are on their way. The bound makes the rate one that lasts: accepting faster than
     * delivering only fills the disk. Latencies then count from the request's departure.
     */
    record Closed(long maxUnderway) implements Pace {}

    /** As fast as answers come, so many requests in all, however far deliveries fall behind. */
    record Count(long requests) implements Pace {}
}
