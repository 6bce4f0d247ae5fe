package dev.posthorn.bench.hostile;

import dev.posthorn.bench.machine.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code posthorn bench hostile}: exit code 0 when what is promised held, else 1. */
@Command(
        name = "hostile",
        description =
                "Measure what hostile receivers cost: the latency of honest ones beside them, and the"
                        + " memory the server keeps.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class HostileCommand implements Callable<Integer> {
    @Option(names = "--attempts", description = "At hostile receivers, in all.")
    private int attempts = 10_000;

    @Option(names = "--endpoints", description = "Hostile ones.")
    private int endpoints = 2000;

    @Option(names = "--rate", description = "Events per second for honest endpoints.")
    private double rate = 300;

    @Option(names = "--warm-up", paramLabel = "SECONDS", description = "Not counted.")
    private int warmUpSeconds = 15;

    @Option(names = "--seconds", description = "Length of each of the two measurements.")
    private int seconds = 25;

    @Option(names = "--heap", description = "Heap of the server, as after -Xmx.")
    private String heap = "256m";

    @Option(names = "--folder", description = "Where to put the data; on a real disk.")
    private @Nullable Path folder;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (Workspace workspace = Workspace.open(folder, false)) {
            Path data = Workspace.make(workspace.folder().resolve("data"));
            HostileReport report = new HostileBench(plan(data), line -> say(err, line)).measure();
            out.print(report.text());
            out.flush();
            return report.holds() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private static void say(PrintWriter err, String line) {
        err.println(line);
        err.flush();
    }

    private HostilePlan plan(Path data) {
        return new HostilePlan(
                attempts,
                endpoints,
                rate,
                Duration.ofSeconds(warmUpSeconds),
                Duration.ofSeconds(seconds),
                heap,
                data);
    }
}
