package dev.posthorn.bench.plan;

/** What was asked for cannot be measured here; the message says what to change. */
public final class BenchRefusal extends RuntimeException {
    public BenchRefusal(String message) {
        super(message);
    }
}
