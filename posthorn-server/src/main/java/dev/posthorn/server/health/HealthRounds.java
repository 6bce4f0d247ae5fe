package dev.posthorn.server.health;

import dev.posthorn.core.health.HealthWatch.Observed;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done about what was seen, a little at a time. For one thread. */
public final class HealthRounds {
    /** Often enough for someone who watches, seldom enough that a round is one small commit. */
    private static final long OBSERVE_EVERY_MS = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(HealthRounds.class);

    private final HealthDesk desk;
    private final ObservationWriter writer;
    private final Sums sums;
    private final GiveUp giveUp;
    private final Announcer announcer;
    private final InstantSource clock;
    private long observedMs;

    HealthRounds(
            HealthDesk desk,
            ObservationWriter writer,
            Sums sums,
            GiveUp giveUp,
            Announcer announcer,
            InstantSource clock) {
        this.desk = desk;
        this.writer = writer;
        this.sums = sums;
        this.giveUp = giveUp;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** One round; what fails is tried again in a later one. */
    void step() {
        long nowMs = clock.millis();
        attempt("written", () -> write(nowMs));
        attempt("announced", () -> announcer.step(nowMs));
    }

    private void write(long nowMs) {
        if (writer.isEmpty() && nowMs - observedMs >= OBSERVE_EVERY_MS) {
            observedMs = nowMs;
            observe(nowMs);
        }
        writer.write(nowMs);
    }

    private void observe(long nowMs) {
        Observed seen = desk.take();
        writer.add(sums.of(seen.counted(), nowMs), seen.changed());
        giveUp.all(seen.givenUp(), nowMs);
    }

    /** The last round: everything that is left. */
    void finish() {
        long nowMs = clock.millis();
        attempt("announced", () -> announcer.finish(nowMs));
        attempt(
                "written",
                () -> {
                    observe(nowMs);
                    while (!writer.isEmpty()) {
                        writer.write(nowMs);
                    }
                });
    }

    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("what was seen of endpoints could not be {}; it is tried again", what, e);
        }
    }
}
