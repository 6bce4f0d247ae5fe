package dev.posthorn.core.lane;

import java.time.Duration;

/**
 * What bounds the dispatcher's memory and the sender's connections.
 *
 * @param maxInFlight requests under way or unsettled, all lanes together
 * @param maxInFlightPerEndpoint the most an endpoint's window may grow to
 * @param maxReady deliveries waiting in memory, all lanes together; only what each lane may always
 *     keep goes beyond it
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
    /** Rows a lane keeps ready: one refill's worth. A quarter of it left, and a refill starts. */
    public static final int READY_PER_LANE = 128;

    /**
     * What a lane may keep ready however much the others hold, and all that one may whose endpoint
     * has not answered: a first window's worth. Thousands of dead endpoints starve nobody.
     */
    public static final int ALWAYS_READY_PER_LANE = 8;

    /** New events that may wait in memory beside an old backlog. */
    public static final int FRESH_PER_LANE = 64;

    /** Payload bytes a refill may bring at once. */
    public static final int REFILL_BYTES = 1024 * 1024;
}
