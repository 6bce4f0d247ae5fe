package dev.posthorn.bench.scenario;

import dev.posthorn.bench.plan.Plan;
import dev.posthorn.bench.report.Report;
import dev.posthorn.bench.report.Summary;
import dev.posthorn.bench.rig.Contender;
import java.util.List;

/** Every event to twenty endpoints. */
final class FanOut implements Scenario {
    private static final int WIDTH = 20;

    @Override
    public String name() {
        return "fan-out";
    }

    @Override
    public String about() {
        return "every event to 20 endpoints, its payload stored once";
    }

    @Override
    public List<Finding> measure(Stage stage) {
        Plan plan = stage.plan();
        plan = plan.with(plan.load().withFan(plan.load().fan().endpoints(), WIDTH));
        Report report = stage.measure(stage.posthorn(plan), stage.bare(plan));
        Summary ours = report.summary(Contender.POSTHORN).orElseThrow();
        Summary bare = report.summary(Contender.BARE).orElseThrow();
        return List.of(
                stage.finding(
                        "deliveries",
                        Goal.perSecond(40_000),
                        ours.deliveredPerSecond(),
                        bare.deliveredPerSecond()),
                stage.finding(
                        "on disk per delivery, less than a payload",
                        Goal.atMost(plan.load().eventBytes(), Unit.BYTES),
                        ours.diskBytes(),
                        bare.diskBytes()));
    }
}
