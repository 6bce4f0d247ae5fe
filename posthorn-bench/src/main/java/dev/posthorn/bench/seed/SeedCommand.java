package dev.posthorn.bench.seed;

import dev.posthorn.bench.machine.DiskUse;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code posthorn bench seed}: exit code 0 when the folder is full, 1 when it was not begun. */
@Command(
        name = "seed",
        description =
                "Fill a data folder with a month of traffic through the server's own writer, to see how"
                        + " a large installation behaves.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class SeedCommand implements Callable<Integer> {
    private static final double GIB = 1024.0 * 1024 * 1024;

    /** Never fills a disk to its end. */
    private static final double ROOM = 1.5;

    @Option(names = "--data", required = true, paramLabel = "FOLDER", description = "A new folder.")
    private Path data = Path.of("");

    @Option(names = "--events", description = "Events.")
    private int events = 1_000_000;

    @Option(names = "--fan", description = "Deliveries of each event.")
    private int fan = 8;

    @Option(names = "--endpoints", description = "Endpoints.")
    private int endpoints = 10_000;

    @Option(names = "--organisations", description = "Organisations.")
    private int organisations = 100;

    @Option(names = "--days", description = "Days from the first event to now.")
    private int days = 30;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SeedPlan plan = new SeedPlan(events, fan, endpoints, organisations, Duration.ofDays(days));
        if (Files.exists(data.resolve("posthorn.db"))) {
            return refused(data + " has data already: name a new folder.");
        }
        Path disk = data.toAbsolutePath().getParent();
        long free = disk == null || !Files.isDirectory(disk) ? 0 : DiskUse.freeBytes(disk);
        if (free < plan.diskBytes() * ROOM) {
            return refused(
                    "%s has %.1f GiB free, this needs %.1f."
                            .formatted(disk, free / GIB, plan.diskBytes() * ROOM / GIB));
        }
        Consumer<String> progress =
                line -> {
                    out.println(line);
                    out.flush();
                };
        progress.accept(
                "%,d events, some %,d deliveries and %,d attempts: about %.1f GiB"
                        .formatted(
                                events,
                                plan.deliveries(),
                                plan.attempts(),
                                plan.diskBytes() / GIB));
        long startedNs = System.nanoTime();
        long made = new Seeding(plan, System.currentTimeMillis(), progress).fill(data);
        progress.accept(
                "%,d attempts, %.1f GiB, in %d s"
                        .formatted(
                                made,
                                DiskUse.bytes(data) / GIB,
                                Duration.ofNanos(System.nanoTime() - startedNs).toSeconds()));
        return CommandLine.ExitCode.OK;
    }

    private int refused(String why) {
        spec.commandLine().getErr().println("posthorn bench seed: " + why);
        return CommandLine.ExitCode.SOFTWARE;
    }
}
