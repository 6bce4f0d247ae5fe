package dev.posthorn.core.lane;

/**
 * How many requests a lane may have under way: halves when the receiver shows it is overloaded,
 * down to 1, and grows while answers come. Doubles each round trip until it meets the size that was
 * once too much, then grows by about one a round trip.
 */
final class Window {
    /** Enough for a receiver of 250 ms to get 32 a second at once; one too slow loses little. */
    static final int START = 8;

    /** Answers this much slower than twice the quickest may be chance, or a coarse clock. */
    private static final long SLACK_MS = 10;

    /**
     * The quickest answer is forgotten by this part with each answer: receivers move and change.
     */
    private static final double FORGET = 0.001;

    private final int max;
    private double quickestMs = Double.MAX_VALUE;
    private double size;
    private double caution;
    private long lastSetbackMs = Long.MIN_VALUE;

    /** {@code max}: requests at once, at least 1. */
    Window(int max) {
        this.max = max;
        this.size = Math.min(START, max);
        this.caution = max;
    }

    int size() {
        return (int) size;
    }

    /** An answer came. Only a window that is in use grows: an idle one has proved nothing. */
    void success(int inFlight, long tookMs) {
        quickestMs = Math.min((double) tookMs, quickestMs + quickestMs * FORGET);
        if (tookMs > 2 * quickestMs + SLACK_MS) {
            size = Math.max(Math.min(START, size), size - 1 / size);
        } else if (inFlight * 2 >= size()) {
            size = Math.min(max, size + (size < caution ? 1 : 1 / size));
        }
    }

    /**
     * A timeout or an overloaded answer to a request of {@code startedMs}. Requests that left
     * before the last setback belong to the same trouble and count once.
     */
    void setback(long startedMs, long nowMs) {
        if (startedMs < lastSetbackMs) {
            return;
        }
        lastSetbackMs = nowMs;
        size = Math.max(1, size / 2);
        caution = size;
    }

    /** After an outage: one request at a time until it answers. */
    void restart() {
        caution = Math.max(1, size);
        size = 1;
    }
}
