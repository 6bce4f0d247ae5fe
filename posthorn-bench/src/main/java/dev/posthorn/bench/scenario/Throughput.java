package dev.posthorn.bench.scenario;

import dev.posthorn.bench.report.Report;
import dev.posthorn.bench.report.Summary;
import dev.posthorn.bench.rig.Contender;
import java.util.List;

/** Sustained deliveries per second, beside the bare pipeline: what all other goals hang on. */
final class Throughput implements Scenario {
    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public String about() {
        return "sustained deliveries per second, beside the bare pipeline";
    }

    @Override
    public List<Finding> measure(Stage stage) {
        Report report = stage.measure(stage.posthorn(stage.plan()), stage.bare(stage.plan()));
        Summary ours = report.summary(Contender.POSTHORN).orElseThrow();
        Summary bare = report.summary(Contender.BARE).orElseThrow();
        stage.bareDoes(bare);
        double share = ours.deliveredPerSecond() / bare.deliveredPerSecond();
        return List.of(
                stage.finding("share of the bare pipeline", Goal.atLeast(0.6, Unit.TIMES), share),
                stage.finding(
                        "deliveries",
                        Goal.perSecond(30_000),
                        ours.deliveredPerSecond(),
                        bare.deliveredPerSecond()));
    }
}
