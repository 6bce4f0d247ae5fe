package dev.posthorn.bench.seed;

import java.time.Duration;

/**
 * How much to make. One organisation, {@code default}, has half of the endpoints and of the events;
 * the others share the rest evenly.
 *
 * @param fan deliveries of an event, the one to the busiest endpoint of its organisation included
 * @param span how long ago the first event was
 */
record SeedPlan(int events, int fan, int endpoints, int organisations, Duration span) {
    /** Of an event with its index entries, and of a delivery with its attempts. */
    private static final long EVENT_BYTES = 500;

    private static final long DELIVERY_BYTES = 420;

    /** Counts by the hour: a row for each delivery at worst. */
    private static final long COUNT_BYTES = 60;

    /** Every twentieth endpoint needs six attempts. */
    static final int FLAKY_EVERY = 20;

    static final int FLAKY_ATTEMPTS = 6;

    long deliveries() {
        return (long) events * fan;
    }

    /** Near enough: which endpoints an event goes to decides. */
    long attempts() {
        return deliveries() * (FLAKY_EVERY + FLAKY_ATTEMPTS - 1) / FLAKY_EVERY;
    }

    long diskBytes() {
        return events * EVENT_BYTES + deliveries() * (DELIVERY_BYTES + COUNT_BYTES);
    }
}
