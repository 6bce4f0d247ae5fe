package dev.posthorn.bench;

import dev.posthorn.bench.ledger.Ledger;
import dev.posthorn.bench.machine.DiskUse;
import dev.posthorn.bench.machine.Machine;
import dev.posthorn.bench.receive.Receiver;
import dev.posthorn.bench.report.Report;
import dev.posthorn.bench.report.Run;
import dev.posthorn.bench.report.Summary;
import dev.posthorn.bench.subject.BareSubject;
import dev.posthorn.bench.subject.PosthornSubject;
import dev.posthorn.bench.subject.Subject;
import dev.posthorn.bench.subject.SubjectKind;
import dev.posthorn.bench.subject.SubjectSettings;
import dev.posthorn.bench.wire.Loop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Measures as planned: starts the programs under test, warms each up, then lets them run in turns,
 * so that what else happens on the machine hits all alike.
 */
public final class Bench {
    /** One of so many arrivals has its signature verified. */
    private static final int SAMPLE_EVERY = 1000;

    private final Plan plan;
    private final Consumer<String> progress;
    private final List<Run> runs = new ArrayList<>();
    private final List<Summary> summaries = new ArrayList<>();

    /** {@code progress} hears a line now and then. */
    public Bench(Plan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    public Report measure() {
        new DiskCheck(plan).check();
        Machine machine = Machine.describe(plan.folder());
        try (Loop loop = new Loop("rig")) {
            List<Rig> rigs = new ArrayList<>();
            try {
                plan.subjects().forEach(kind -> rigs.add(rig(loop, kind)));
                warmUp(rigs);
                takeTurns(rigs);
            } finally {
                rigs.forEach(Rig::close);
            }
            rigs.forEach(this::summarise);
        }
        return new Report(machine, plan.line(), runs, summaries);
    }

    private Rig rig(Loop loop, SubjectKind kind) {
        progress.accept("starting " + kind.name().toLowerCase(Locale.ROOT));
        Ledger ledger = new Ledger(plan.fan(), System.nanoTime());
        Subject subject =
                switch (kind) {
                    case BARE -> BareSubject.start(settings(kind, Receiver.open(loop, ledger, 0)));
                    case POSTHORN ->
                            PosthornSubject.start(
                                    settings(kind, Receiver.open(loop, ledger, SAMPLE_EVERY)));
                };
        Rig rig = new Rig(loop, plan, subject, ledger);
        rig.connect();
        return rig;
    }

    private SubjectSettings settings(SubjectKind kind, Receiver receiver) {
        try {
            Path folder = plan.folder().resolve(kind.name().toLowerCase(Locale.ROOT));
            return new SubjectSettings(
                    Files.createDirectory(folder),
                    receiver.port(),
                    plan.fan(),
                    plan.batch(),
                    plan.loops(),
                    plan.maxInFlight(),
                    plan.heap(),
                    plan.jvmOptions(),
                    plan.serverSettings());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder in " + plan.folder(), e);
        }
    }

    private void warmUp(List<Rig> rigs) {
        for (Rig rig : rigs) {
            progress.accept("warming up " + rig.subject().name());
            rig.run(0, plan.warmUp());
        }
    }

    private void takeTurns(List<Rig> rigs) {
        for (int number = 1; number <= plan.runs(); number++) {
            for (Rig rig : rigs) {
                Run run = rig.run(number, plan.duration());
                progress.accept(
                        "%s run %d: %.0f delivered/s"
                                .formatted(run.subject(), number, run.deliveredPerSecond()));
                runs.add(run);
            }
        }
    }

    private void summarise(Rig rig) {
        String name = rig.subject().name();
        Run last = runs.stream().filter(run -> run.subject().equals(name)).toList().getLast();
        double deliveries = Math.max(1, last.balance().counts().created());
        double diskBytes = DiskUse.bytes(rig.subject().folder()) / deliveries;
        summaries.add(Summary.of(name, runs, diskBytes));
    }
}
