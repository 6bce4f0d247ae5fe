package dev.posthorn.bench;

/** What was asked for cannot be measured here; the message says what to change. */
public final class BenchRefusal extends RuntimeException {
    BenchRefusal(String message) {
        super(message);
    }
}
