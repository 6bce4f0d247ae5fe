package dev.posthorn.cli;

import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.process.StopSignal;
import dev.posthorn.cli.server.ServerStarter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Entry point of the {@code posthorn} command. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Context context = Context.ofProcess();
        System.exit(run(context, ServerStarter.EMBEDDED, StopSignal.OF_PROCESS, args));
    }

    /** The exit code: 0 done, 1 refused or failed, 2 bad usage. */
    static int run(Context context, ServerStarter servers, StopSignal stop, String... args) {
        CommandLine root = new Commands(context, servers, stop).rootFor(args);
        var errors = new Errors(context.terminal());
        root.setOut(writer(context.terminal().out()))
                .setErr(writer(context.terminal().err()))
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(
                                context.terminal().rich() && context.terminal().colour()
                                        ? Ansi.ON
                                        : Ansi.OFF))
                .setParameterExceptionHandler(errors::usage)
                .setExecutionExceptionHandler(errors::execution)
                .setAbbreviatedOptionsAllowed(false)
                // @FILE is a value of ours, not a file of further arguments.
                .setExpandAtFiles(false);
        return root.execute(args);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
