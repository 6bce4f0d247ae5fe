package dev.posthorn.cli.receiver;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How well a receiver behaves. Used by many threads. */
public interface Behaviour {
    /** The status for the next genuine request, after as long as it takes. */
    int act() throws InterruptedException;

    /** Takes everything at once. */
    Behaviour GOOD = () -> 200;

    /**
     * Answers {@code status} after {@code delay}, and 500 to a share of requests.
     *
     * @param failRate from 0 to 1
     */
    static Behaviour of(int status, Duration delay, double failRate, RandomGenerator chance) {
        return () -> {
            Thread.sleep(delay);
            return chance.nextDouble() < failRate ? 500 : status;
        };
    }
}
