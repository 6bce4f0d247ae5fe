package dev.posthorn.server.listener;

import java.time.Duration;

/** What one listener may have of the server. */
public final class ListenerLimits {
    /** Requests under way at once; a developer's machine keeps up with thousands a second. */
    public static final int MAX_IN_FLIGHT = 64;

    /** Bytes of bodies sent and not answered: some of the largest, thousands of usual ones. */
    static final long MAX_UNANSWERED_BYTES = 8L << 20;

    /** Bytes given to the connection that it has not taken: its reader is slow or stuck. */
    static final long MAX_UNSENT_BYTES = 1L << 20;

    /** For how long after its connection ended a listener may come back. */
    public static final Duration LIFE_WITHOUT_CONNECTION = Duration.ofSeconds(60);

    /** Proxies cut what is silent for 30 to 60 s. */
    static final Duration BEAT = Duration.ofSeconds(10);

    /** How exactly deadlines are kept. */
    public static final Duration TICK = Duration.ofMillis(50);

    private ListenerLimits() {}
}
