package dev.posthorn.bench.scenario;

import dev.posthorn.bench.plan.Plan;
import dev.posthorn.bench.report.Report;
import dev.posthorn.bench.report.Summary;
import dev.posthorn.bench.rig.Contender;
import java.util.List;

/** From the scheduled publish to the receiver, at a rate that leaves room. */
final class FixedRate implements Scenario {
    static final int EVENTS_PER_SECOND = 5000;
    static final double MICROS_PER_MS = 1000;

    /** Acceptance and settlement of what came before may each stand in the way. */
    private static final int FLUSHES = 2;

    private static final double OWN_MS = 2;

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public String about() {
        return "scheduled publish to receiver at 5,000 events/s";
    }

    @Override
    public List<Finding> measure(Stage stage) {
        Plan plan = stage.plan();
        plan = plan.with(plan.load().withRate(stage.sized(EVENTS_PER_SECOND, 500)));
        Report report = stage.measure(stage.posthorn(plan), stage.bare(plan));
        Summary ours = report.summary(Contender.POSTHORN).orElseThrow();
        Summary bare = report.summary(Contender.BARE).orElseThrow();
        double flushesMs = FLUSHES * stage.machine().fsyncMicros() / MICROS_PER_MS;
        return List.of(
                stage.finding(
                        "p50, two flushes and 2 ms",
                        Goal.within(flushesMs + OWN_MS, Unit.MILLIS),
                        ours.p50Micros() / MICROS_PER_MS,
                        bare.p50Micros() / MICROS_PER_MS),
                stage.finding(
                        "p99",
                        Goal.within(20, Unit.MILLIS),
                        ours.p99Micros() / MICROS_PER_MS,
                        bare.p99Micros() / MICROS_PER_MS));
    }
}
