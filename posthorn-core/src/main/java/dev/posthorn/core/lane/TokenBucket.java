package dev.posthorn.core.lane;

import org.jspecify.annotations.Nullable;

/** Keeps a lane to so many deliveries a second, evenly: at most a tenth of a second's at once. */
final class TokenBucket {
    private static final double BURST_SECONDS = 0.1;

    private final double perMs;
    private final double capacity;
    private double tokens;
    private long filledMs;

    /** {@code perSecond}: null for no limit; fractions allowed. */
    TokenBucket(@Nullable Double perSecond, long nowMs) {
        this.perMs = perSecond == null ? Double.POSITIVE_INFINITY : perSecond / 1000;
        this.capacity = perSecond == null ? 1 : Math.max(1, perSecond * BURST_SECONDS);
        this.tokens = capacity;
        this.filledMs = nowMs;
    }

    /** When the next delivery may leave: {@code nowMs} or later. */
    long readyMs(long nowMs) {
        if (unlimited()) {
            return nowMs;
        }
        fill(nowMs);
        return tokens >= 1 ? nowMs : nowMs + (long) Math.ceil((1 - tokens) / perMs);
    }

    void take() {
        if (!unlimited()) {
            tokens -= 1;
        }
    }

    private boolean unlimited() {
        return Double.isInfinite(perMs);
    }

    private void fill(long nowMs) {
        if (nowMs > filledMs) {
            tokens = Math.min(capacity, tokens + (nowMs - filledMs) * perMs);
        }
        filledMs = nowMs;
    }
}
