package dev.posthorn.bench.seed;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that is set, milliseconds since 1970. Read by many threads. */
final class SeedClock implements InstantSource {
    private volatile long nowMs;

    SeedClock(long nowMs) {
        this.nowMs = nowMs;
    }

    void set(long ms) {
        nowMs = ms;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(nowMs);
    }

    @Override
    public long millis() {
        return nowMs;
    }
}
