package dev.posthorn.bench.ledger;

import org.HdrHistogram.Histogram;

/**
 * What is measured between two moments. Rates count what happened inside; latencies belong to every
 * event that was <em>due</em> inside, however late it arrived, so that a stall cannot hide.
 */
public final class Window {
    /** Ten minutes: later than that an event counts as ten minutes late. */
    private static final long HIGHEST_MICROS = 600_000_000;

    private static final int DIGITS = 3;

    private final Histogram toReceiver = new Histogram(HIGHEST_MICROS, DIGITS);
    private final Histogram toAnswer = new Histogram(HIGHEST_MICROS, DIGITS);
    private final Histogram toSend = new Histogram(HIGHEST_MICROS, DIGITS);
    private final long startMicros;
    private final long endMicros;
    private long accepted;
    private long delivered;

    /** Both moments on the ledger's clock. */
    public Window(long startMicros, long endMicros) {
        this.startMicros = startMicros;
        this.endMicros = endMicros;
    }

    void sent(long dueMicros, long nowMicros) {
        if (isInside(dueMicros)) {
            toSend.recordValue(capped(nowMicros - dueMicros));
        }
    }

    void accepted(long dueMicros, long nowMicros, int events) {
        if (isInside(nowMicros)) {
            accepted += events;
        }
        if (isInside(dueMicros)) {
            toAnswer.recordValueWithCount(capped(nowMicros - dueMicros), events);
        }
    }

    void delivered(long dueMicros, long nowMicros) {
        if (isInside(nowMicros)) {
            delivered++;
        }
        if (isInside(dueMicros)) {
            toReceiver.recordValue(capped(nowMicros - dueMicros));
        }
    }

    private boolean isInside(long micros) {
        return micros >= startMicros && micros < endMicros;
    }

    private static long capped(long micros) {
        return Math.clamp(micros, 0, HIGHEST_MICROS);
    }

    public double seconds() {
        return (endMicros - startMicros) / 1e6;
    }

    public long accepted() {
        return accepted;
    }

    public long delivered() {
        return delivered;
    }

    /** From scheduled publish to the first byte at the receiver, microseconds. */
    public Latency toReceiver() {
        return Latency.of(toReceiver);
    }

    /** From scheduled publish to the 201, microseconds. */
    public Latency toAnswer() {
        return Latency.of(toAnswer);
    }

    /**
     * From scheduled publish to the request's departure: how late the load generator itself was.
     */
    public Latency toSend() {
        return Latency.of(toSend);
    }
}
