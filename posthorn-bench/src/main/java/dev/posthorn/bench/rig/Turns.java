package dev.posthorn.bench.rig;

import dev.posthorn.bench.machine.DiskUse;
import dev.posthorn.bench.machine.Machine;
import dev.posthorn.bench.plan.Plan;
import dev.posthorn.bench.plan.Timing;
import dev.posthorn.bench.report.Report;
import dev.posthorn.bench.report.Run;
import dev.posthorn.bench.report.Summary;
import dev.posthorn.bench.wire.Loop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures programs in turns: starts them all, warms each up, then lets one run after the other, so
 * that what else happens on the machine hits all alike.
 */
public final class Turns {
    private final List<Contender> contenders;
    private final Timing timing;
    private final Consumer<String> progress;
    private final List<Run> runs = new ArrayList<>();
    private final List<Summary> summaries = new ArrayList<>();

    /**
     * All plans have the same timing.
     *
     * @param progress hears a line now and then
     */
    public Turns(List<Contender> contenders, Consumer<String> progress) {
        this.contenders = List.copyOf(contenders);
        this.timing = contenders.getFirst().plan().timing();
        this.progress = progress;
    }

    public Report measure() {
        List<Plan> plans = contenders.stream().map(Contender::plan).toList();
        DiskCheck.check(plans);
        Machine machine = Machine.describe(plans.getFirst().folder());
        try (Loop loop = new Loop("rig")) {
            List<Rig> rigs = new ArrayList<>();
            try {
                contenders.forEach(contender -> rigs.add(open(loop, contender)));
                rigs.forEach(this::warmUp);
                takeTurns(rigs);
            } finally {
                rigs.forEach(Rig::close);
            }
            rigs.forEach(this::summarise);
        }
        return new Report(machine, lines(), runs, summaries);
    }

    private Rig open(Loop loop, Contender contender) {
        progress.accept("starting " + contender.name());
        return Rig.open(loop, contender);
    }

    /** One line where all have the same plan, else one for each. */
    private String lines() {
        List<String> distinct = contenders.stream().map(c -> c.plan().line()).distinct().toList();
        return distinct.size() == 1
                ? distinct.getFirst()
                : String.join(
                        "\n",
                        contenders.stream().map(c -> c.name() + ": " + c.plan().line()).toList());
    }

    private void warmUp(Rig rig) {
        progress.accept("warming up " + rig.name());
        rig.run(0, timing.warmUp());
    }

    private void takeTurns(List<Rig> rigs) {
        for (int number = 1; number <= timing.runs(); number++) {
            for (Rig rig : rigs) {
                Run run = rig.run(number, timing.duration());
                progress.accept(
                        "%s run %d: %.0f accepted/s, %.0f delivered/s"
                                .formatted(
                                        run.subject(),
                                        number,
                                        run.acceptedPerSecond(),
                                        run.deliveredPerSecond()));
                runs.add(run);
            }
        }
    }

    private void summarise(Rig rig) {
        Run last = runs.stream().filter(run -> run.subject().equals(rig.name())).toList().getLast();
        double deliveries = Math.max(1, last.balance().counts().created());
        double diskBytes = DiskUse.bytes(rig.subject().folder()) / deliveries;
        summaries.add(Summary.of(rig.name(), runs, diskBytes));
    }
}
