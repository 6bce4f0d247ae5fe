package dev.posthorn.bench.scenario;

import dev.posthorn.bench.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Measures scenarios one after the other. */
public final class Suite {
    private final Plan base;
    private final double size;
    private final double barePerSecond;
    private final Consumer<String> progress;

    /**
     * What every scenario starts from.
     *
     * @param size share of the numbers of endpoints and deliveries that scenarios call for; 1 for
     *     figures that count
     * @param barePerSecond what the bare pipeline did here before, to scale goals by; 0 to measure
     *     it
     * @param progress hears a line now and then
     */
    public Suite(Plan base, double size, double barePerSecond, Consumer<String> progress) {
        this.base = base;
        this.size = size;
        this.barePerSecond = barePerSecond;
        this.progress = progress;
    }

    /** Those of that name; {@code all} for all. */
    public SuiteReport measure(List<String> names) {
        List<Scenario> chosen = Scenarios.named(names);
        Stage stage = new Stage(base, size, barePerSecond, progress);
        if (barePerSecond == 0 && !(chosen.getFirst() instanceof Throughput)) {
            stage.measureBare();
        }
        List<Act> acts = new ArrayList<>();
        for (Scenario scenario : chosen) {
            Act act = stage.play(scenario);
            act.findings().forEach(finding -> progress.accept(line(finding)));
            acts.add(act);
        }
        return new SuiteReport(stage.machine(), base.line(), stage.barePerSecond(), acts);
    }

    /** Whoever has to stop a long bench has seen what came out so far. */
    private static String line(Finding finding) {
        return "  " + finding.figure() + ": " + finding.goal().unit().text(finding.measured());
    }
}
