package dev.posthorn.bench.scenario;

import dev.posthorn.bench.plan.Plan;
import dev.posthorn.bench.report.Report;
import dev.posthorn.bench.rig.Contender;
import java.util.List;

/** Batches of a hundred events that no endpoint wants. */
final class Accepting implements Scenario {
    private static final int BATCH = 100;

    @Override
    public String name() {
        return "accepting";
    }

    @Override
    public String about() {
        return "100 events per request, wanted by no endpoint";
    }

    @Override
    public List<Finding> measure(Stage stage) {
        Plan plan = stage.plan();
        plan = plan.with(plan.load().withBatch(BATCH).unwanted());
        Report report = stage.measure(stage.posthorn(plan), stage.bare(plan));
        return List.of(
                stage.finding(
                        "events accepted",
                        Goal.perSecond(80_000),
                        report.summary(Contender.POSTHORN).orElseThrow().acceptedPerSecond(),
                        report.summary(Contender.BARE).orElseThrow().acceptedPerSecond()));
    }
}
