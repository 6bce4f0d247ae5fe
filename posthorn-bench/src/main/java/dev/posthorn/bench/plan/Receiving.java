package dev.posthorn.bench.plan;

import java.time.Duration;

/**
 * How the receivers behave.
 *
 * @param tls whether they speak HTTPS, with a certificate made for the run
 * @param answerAfter how long they think about each request
 * @param hanging so many endpoints, those with the lowest numbers, never answer
 */
public record Receiving(boolean tls, Duration answerAfter, int hanging) {
    /** Receivers that answer at once. */
    public static final Receiving PROMPT = new Receiving(false, Duration.ZERO, 0);

    public Receiving {
        if (answerAfter.isNegative() || hanging < 0) {
            throw new BenchRefusal("--answer-after and --hang are not below 0");
        }
    }

    public Receiving withHanging(int endpoints) {
        return new Receiving(tls, answerAfter, endpoints);
    }

    public String scheme() {
        return tls ? "https" : "http";
    }

    String line() {
        String speed = answerAfter.isZero() ? "at once" : "after " + answerAfter.toMillis() + " ms";
        String silent = hanging == 0 ? "" : ", " + hanging + " endpoints never";
        return "receivers answer %s%s%s".formatted(speed, tls ? " over TLS" : "", silent);
    }
}
