package dev.posthorn.bench.plan;

import java.time.Duration;

/**
 * How long and how often.
 *
 * @param warmUp before the first run, not counted
 * @param leadIn the beginning of every run, not counted: connections that were closed while another
 *     program had its turn are made again
 * @param duration of one run
 */
public record Timing(Duration warmUp, Duration leadIn, Duration duration, int runs) {
    public Timing {
        if (runs < 1 || !duration.isPositive() || leadIn.isNegative()) {
            throw new BenchRefusal("--runs and --seconds are at least 1, --lead-in at least 0");
        }
    }

    /** With a lead-in that is at least so long. */
    public Timing withLeadIn(Duration least) {
        return least.compareTo(leadIn) > 0 ? new Timing(warmUp, least, duration, runs) : this;
    }

    /** All of it in seconds, for one program under test. */
    double seconds() {
        return (warmUp.toMillis() + (double) runs * leadIn.plus(duration).toMillis()) / 1000;
    }

    String line() {
        return "warm-up %d s, %d runs of %d s after %d s each"
                .formatted(warmUp.toSeconds(), runs, duration.toSeconds(), leadIn.toSeconds());
    }
}
