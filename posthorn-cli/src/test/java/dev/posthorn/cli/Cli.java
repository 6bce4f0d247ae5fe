package dev.posthorn.cli;

import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.process.StopSignal;
import dev.posthorn.cli.server.ServerStarter;
import dev.posthorn.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Runs the command in this JVM, in a folder and an environment of its own. */
public final class Cli {
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private String input = "";
    private boolean rich;
    private ServerStarter servers = ServerStarter.EMBEDDED;
    private StopSignal stop = Runnable::run;

    /** {@code out} and {@code err} as printed. */
    public record Result(int exitCode, String out, String err) {}

    /** {@code folder} is both the home of the user and where the command is started. */
    public Cli(Path folder) {
        this.folder = folder;
    }

    public Cli environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public Cli input(String text) {
        input = text;
        return this;
    }

    /** As if a person looked at a terminal without colours. */
    public Cli onTerminal() {
        rich = true;
        return this;
    }

    public Cli servers(ServerStarter starter) {
        servers = starter;
        return this;
    }

    public Cli stop(StopSignal signal) {
        stop = signal;
        return this;
    }

    Context context() {
        return context(new ByteArrayOutputStream(), new ByteArrayOutputStream());
    }

    private Context context(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        var terminal =
                new Terminal(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        rich,
                        false,
                        false);
        return new Context(terminal, environment, folder, folder);
    }

    public Result run(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exitCode = Main.run(context(out, err), servers, stop, args);
        return new Result(
                exitCode,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }
}
