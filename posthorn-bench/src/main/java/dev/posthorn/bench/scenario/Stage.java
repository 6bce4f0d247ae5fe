package dev.posthorn.bench.scenario;

import dev.posthorn.bench.machine.Machine;
import dev.posthorn.bench.machine.Workspace;
import dev.posthorn.bench.plan.Plan;
import dev.posthorn.bench.plan.SubjectKind;
import dev.posthorn.bench.report.Report;
import dev.posthorn.bench.report.Run;
import dev.posthorn.bench.report.Summary;
import dev.posthorn.bench.rig.Contender;
import dev.posthorn.bench.rig.Rig;
import dev.posthorn.bench.rig.Turns;
import dev.posthorn.bench.wire.Loop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What scenarios measure with, one after the other, and what they leave behind. */
final class Stage {
    private final Plan base;
    private final double size;
    private final Consumer<String> progress;
    private final Machine machine;
    private final List<Run> runs = new ArrayList<>();
    private double barePerSecond;
    private String scenario = "scale";

    /**
     * Begins to describe the machine.
     *
     * @param base what all scenarios start from
     * @param size share of the numbers of endpoints and deliveries that scenarios call for
     * @param barePerSecond what the bare pipeline does here, 0 until it is measured
     */
    Stage(Plan base, double size, double barePerSecond, Consumer<String> progress) {
        this.base = base;
        this.size = size;
        this.barePerSecond = barePerSecond;
        this.progress = progress;
        this.machine = Machine.describe(base.folder());
    }

    Machine machine() {
        return machine;
    }

    /** The plan scenarios start from, with a folder of the scenario's own. */
    Plan plan() {
        Path folder = Workspace.make(base.folder().resolve(scenario));
        return new Plan(base.load(), base.receiving(), base.program(), base.timing(), folder);
    }

    /** A number the scenario calls for, or the share of it that was asked for. */
    int sized(int whole, int least) {
        return (int) Math.max(least, Math.round(whole * size));
    }

    void say(String line) {
        progress.accept(line);
    }

    Act play(Scenario next) {
        scenario = next.name();
        say("scenario " + scenario);
        runs.clear();
        List<Finding> findings = next.measure(this);
        Workspace.remove(plan().folder());
        return new Act(scenario, findings, runs);
    }

    /** Measures programs in turns. */
    Report measure(Contender... contenders) {
        Report report = new Turns(List.of(contenders), progress).measure();
        runs.addAll(report.runs());
        return report;
    }

    /** Measures one program by hand; {@code how} hands its runs to {@link #keep}. */
    <T> T with(Contender contender, Function<Rig, T> how) {
        say("starting " + contender.name());
        try (Loop loop = new Loop("rig");
                Rig rig = Rig.open(loop, contender)) {
            return how.apply(rig);
        }
    }

    Run keep(Run run) {
        runs.add(run);
        return run;
    }

    Contender posthorn(Plan plan) {
        return Contender.of(SubjectKind.POSTHORN, plan);
    }

    Contender bare(Plan plan) {
        return Contender.of(SubjectKind.BARE, plan);
    }

    /** Measures the bare pipeline at the sustained load, for scenarios that do not. */
    void measureBare() {
        say("measuring the bare pipeline, to scale goals by");
        Report report = new Turns(List.of(bare(plan())), progress).measure();
        bareDoes(report.summaries().getFirst());
        Workspace.remove(plan().folder());
    }

    /** The bare pipeline's deliveries per second at the sustained load. */
    double barePerSecond() {
        return barePerSecond;
    }

    void bareDoes(Summary bare) {
        barePerSecond = bare.deliveredPerSecond();
    }

    Finding finding(String figure, Goal goal, double measured) {
        return new Finding(figure, goal, here(goal), measured, null);
    }

    /** {@code bare} is what the bare pipeline did in the same run. */
    Finding finding(String figure, Goal goal, double measured, double bare) {
        return new Finding(figure, goal, here(goal), measured, measured / bare);
    }

    private double here(Goal goal) {
        return goal.here(barePerSecond);
    }
}
