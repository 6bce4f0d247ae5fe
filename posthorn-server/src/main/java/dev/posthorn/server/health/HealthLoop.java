package dev.posthorn.server.health;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The loop around {@link HealthRounds#step}, on a thread of its own. */
public final class HealthLoop implements AutoCloseable {
    private static final long PACE_MS = 500;

    private final HealthRounds rounds;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("posthorn-health").daemon().factory());
    private final ScheduledFuture<?> ticks;

    public HealthLoop(HealthRounds rounds) {
        this.rounds = rounds;
        this.ticks =
                thread.scheduleWithFixedDelay(
                        rounds::step, PACE_MS, PACE_MS, TimeUnit.MILLISECONDS);
    }

    /** Does what is left to do and ends. */
    @Override
    public void close() {
        ticks.cancel(false);
        thread.execute(rounds::finish);
        thread.close();
    }
}
