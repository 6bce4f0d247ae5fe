package dev.posthorn.bench;

import dev.posthorn.bench.hostile.HostileCommand;
import dev.posthorn.bench.machine.Workspace;
import dev.posthorn.bench.pages.PagesCommand;
import dev.posthorn.bench.plan.BenchRefusal;
import dev.posthorn.bench.plan.Plan;
import dev.posthorn.bench.report.JsonReport;
import dev.posthorn.bench.report.Report;
import dev.posthorn.bench.report.Table;
import dev.posthorn.bench.rig.Contender;
import dev.posthorn.bench.rig.Turns;
import dev.posthorn.bench.scenario.Chart;
import dev.posthorn.bench.scenario.Scenarios;
import dev.posthorn.bench.scenario.Suite;
import dev.posthorn.bench.scenario.SuiteReport;
import dev.posthorn.bench.scenario.SuiteTable;
import dev.posthorn.bench.seed.SeedCommand;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code posthorn bench}: exit code 0 when every run counts, 1 when one is void or refused. */
@Command(
        name = "bench",
        subcommands = {SeedCommand.class, PagesCommand.class, HostileCommand.class},
        description =
                "Measure durable deliveries per second on this machine beside a bare pipeline of the"
                        + " same parts, with a ledger of every event.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class BenchCommand implements Callable<Integer> {
    @Mixin private BenchOptions options = new BenchOptions();
    @Mixin private ScenarioOptions scenarios = new ScenarioOptions();

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the report as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--svg",
            paramLabel = "FILE",
            description = "Also write a chart of the scenarios' figures beside their goals.")
    private @Nullable Path svg;

    @Spec private CommandSpec spec = CommandSpec.create();

    /** Runs it on its own, without the rest of the command line. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new BenchCommand()).execute(args));
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (scenarios.list()) {
            out.print(Scenarios.list());
            return CommandLine.ExitCode.OK;
        }
        try (Workspace workspace = Workspace.open(options.folder(), options.keep())) {
            Plan plan = options.plan(workspace.folder());
            return scenarios.names().isEmpty()
                    ? turns(plan, out, line -> say(err, line))
                    : suite(plan, out, line -> say(err, line));
        } catch (BenchRefusal e) {
            say(err, "posthorn bench: " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private int turns(Plan plan, PrintWriter out, Consumer<String> progress) {
        if (svg != null) {
            throw new BenchRefusal("--svg draws scenarios: give --scenario too");
        }
        List<Contender> contenders =
                options.subjects().stream().map(kind -> Contender.of(kind, plan)).toList();
        Report report = new Turns(contenders, progress).measure();
        return print(Table.of(report), report, report.isVoid(), out);
    }

    private int suite(Plan plan, PrintWriter out, Consumer<String> progress) {
        SuiteReport report =
                new Suite(plan, scenarios.size(), scenarios.barePerSecond(), progress)
                        .measure(scenarios.names());
        if (svg != null) {
            Chart.write(report, svg);
        }
        return print(SuiteTable.of(report), report, report.isVoid(), out);
    }

    private int print(String table, Object report, boolean isVoid, PrintWriter out) {
        out.print(table);
        out.flush();
        if (json != null) {
            JsonReport.write(report, json);
        }
        return isVoid ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private static void say(PrintWriter err, String line) {
        err.println(line);
        err.flush();
    }
}
