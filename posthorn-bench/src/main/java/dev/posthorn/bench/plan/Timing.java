package dev.posthorn.bench.plan;

import java.time.Duration;

/**
 * How long and how often.
 *
 * @param warmUp before the first run, not counted
 * @param duration of one run
 */
public record Timing(Duration warmUp, Duration duration, int runs) {
    public Timing {
        if (runs < 1 || !duration.isPositive()) {
            throw new BenchRefusal("--runs and --seconds are at least 1");
        }
    }

    /** All of it in seconds, for one program under test. */
    double seconds() {
        return (warmUp.toMillis() + (double) runs * duration.toMillis()) / 1000;
    }

    String line() {
        return "warm-up %d s, %d runs of %d s"
                .formatted(warmUp.toSeconds(), runs, duration.toSeconds());
    }
}
