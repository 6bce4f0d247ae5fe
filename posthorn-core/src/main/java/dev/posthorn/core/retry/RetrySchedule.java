package dev.posthorn.core.retry;

import java.time.Duration;
import java.util.List;

/** The waits between attempts. Sums to what a receiver's outage may last before we give up. */
public sealed interface RetrySchedule {

    /** Attempts in all, the first included. */
    int attempts();

    /** The wait after attempt {@code n} (from 1) failed, before any jitter. */
    Duration waitAfter(int n);

    /** How much longer than planned a wait may be drawn, as a fraction; never shorter. */
    double jitter();

    /** From the first attempt to the last, at the longest. */
    default Duration total() {
        long millis = 0;
        for (int n = 1; n < attempts(); n++) {
            millis += (long) (waitAfter(n).toMillis() * (1 + jitter()));
        }
        return Duration.ofMillis(millis);
    }

    /** Explicit waits: one attempt more than there are waits. */
    record Waits(List<Duration> waits, double jitter) implements RetrySchedule {
        public Waits {
            waits = List.copyOf(waits);
        }

        @Override
        public int attempts() {
            return waits.size() + 1;
        }

        @Override
        public Duration waitAfter(int n) {
            return waits.get(n - 1);
        }
    }

    /** {@code n} units after the nth failure. */
    record Linear(Duration unit, int attempts) implements RetrySchedule {
        @Override
        public Duration waitAfter(int n) {
            return unit.multipliedBy(n);
        }

        @Override
        public double jitter() {
            return 0;
        }
    }

    /** {@code first × factor^(n-1)}, never longer than {@code longest}. */
    record Exponential(Duration first, double factor, Duration longest, int attempts, double jitter)
            implements RetrySchedule {
        @Override
        public Duration waitAfter(int n) {
            double millis = first.toMillis() * Math.pow(factor, n - 1);
            return Duration.ofMillis((long) Math.min(millis, (double) longest.toMillis()));
        }
    }
}
