package dev.posthorn.server.sender;

import dev.posthorn.core.attempt.Timings;

/** Takes the times of one exchange; every step that does not happen stays at -1. */
final class Stopwatch {
    private static final int DID_NOT_HAPPEN = -1;

    private final long startedNanos;
    private long stepNanos;
    private int dnsMicros = DID_NOT_HAPPEN;
    private int connectMicros = DID_NOT_HAPPEN;
    private int tlsMicros = DID_NOT_HAPPEN;
    private int firstByteMicros = DID_NOT_HAPPEN;

    Stopwatch(long nowNanos) {
        this.startedNanos = nowNanos;
        this.stepNanos = nowNanos;
    }

    /** The first time counts; a request that goes out again finds the name in the cache. */
    void lookedUp(long nowNanos) {
        if (dnsMicros == DID_NOT_HAPPEN) {
            dnsMicros = micros(stepNanos, nowNanos);
        }
    }

    /** A connection was made; {@code tls} is -1 without TLS. */
    void connected(int connect, int tls) {
        connectMicros = connect;
        tlsMicros = tls;
    }

    void requestLeft(long nowNanos) {
        stepNanos = nowNanos;
    }

    void firstByte(long nowNanos) {
        firstByteMicros = micros(stepNanos, nowNanos);
    }

    Timings ended(long nowNanos) {
        return new Timings(
                dnsMicros,
                connectMicros,
                tlsMicros,
                firstByteMicros,
                micros(startedNanos, nowNanos));
    }

    /** At most 35 minutes, far beyond any deadline. */
    static int micros(long fromNanos, long toNanos) {
        return Math.clamp((toNanos - fromNanos) / 1000, 0, Integer.MAX_VALUE);
    }
}
