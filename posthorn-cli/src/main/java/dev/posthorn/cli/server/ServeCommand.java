package dev.posthorn.cli.server;

import dev.posthorn.cli.logging.LogSetup;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.process.Failure;
import dev.posthorn.cli.process.StopSignal;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.cli.terminal.Style;
import dev.posthorn.cli.terminal.Terminal;
import dev.posthorn.server.settings.DevMode;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Settings;
import dev.posthorn.server.settings.SettingsInput;
import dev.posthorn.server.settings.SettingsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code posthorn serve}. */
@Command(
        name = "serve",
        description = {
            "Run a server.",
            "",
            "Every setting is a flag, a variable POSTHORN_NAME_LIKE_THIS or a line in"
                    + " posthorn.properties; flags outrank variables, and variables the file."
        })
public final class ServeCommand implements Callable<Integer> {
    /** How long a receiver of an ordinary day takes, to say what a limit means. */
    private static final int USUAL_ANSWER_MS = 250;

    private final Context context;
    private final ServerStarter servers;
    private final StopSignal stop;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--dev",
            description =
                    "for development: receivers on loopback and on any port are allowed, and the"
                            + " server listens on loopback only")
    private boolean dev;

    @Option(
            names = "--print-config",
            description = "print all settings with where they were set, and end")
    private boolean printConfig;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "file with settings (default: ./posthorn.properties if there is one)")
    private @Nullable Path config;

    @Option(names = "--json", description = "with --print-config: print JSON")
    private boolean json;

    private ServeCommand(Context context, ServerStarter servers, StopSignal stop) {
        this.context = context;
        this.servers = servers;
        this.stop = stop;
    }

    public static CommandLine of(Context context, ServerStarter servers, StopSignal stop) {
        var command = new CommandLine(new ServeCommand(context, servers, stop));
        SettingsFlags.addTo(command.getCommandSpec());
        return command;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = settings();
        if (printConfig) {
            SettingsTable.print(settings, new Output(context.terminal(), json));
            return 0;
        }
        LogSetup.use(settings.get(Known.LOG_FORMAT));
        ServerStarter.Running server = servers.start(settings);
        announce(server, settings);
        stop.await(() -> drain(server));
        return 0;
    }

    private void drain(ServerStarter.Running server) {
        context.terminal().note("stopping: what is under way is finished first");
        server.close();
    }

    private Settings settings() {
        CommandSpec self = Objects.requireNonNull(spec);
        var flags = SettingsFlags.given(self.commandLine().getParseResult());
        var input = SettingsInput.of(file(), context.environment(), flags);
        SettingsReader.Result read = SettingsReader.read(input);
        read.warnings().forEach(warning -> context.terminal().note("posthorn: " + warning));
        return dev ? DevMode.of(read.settings()) : read.settings();
    }

    private Path file() {
        if (config == null) {
            return context.resolve(Path.of(SettingsInput.FILE_NAME));
        }
        Path file = context.resolve(config);
        if (!Files.isRegularFile(file)) {
            throw new Failure(file + " is not a file that can be read", "Correct --config.");
        }
        return file;
    }

    private void announce(ServerStarter.Running server, Settings settings) {
        Terminal terminal = context.terminal();
        String url = settings.get(Known.LISTEN).url(server.port());
        terminal.line("Posthorn listens on " + terminal.paint(Style.BOLD, url));
        terminal.line("  data         " + server.dataFolder().toAbsolutePath().normalize());
        terminal.line("  admin token  " + tokenPlace(server, settings));
        terminal.line("  in flight    " + inFlight(settings.maxInFlight()));
        if (dev) {
            terminal.line("  --dev        receivers on loopback and on any port are allowed");
        }
        dashboard(server, settings).forEach(terminal::line);
        terminal.line("Ctrl-C stops it.");
    }

    /** A link is only worth printing when it leads here from where people are. */
    private static List<String> dashboard(ServerStarter.Running server, Settings settings) {
        Optional<String> base = settings.reachedAt(server.port());
        if (base.isEmpty()) {
            return List.of("  dashboard    set public-url to get a link to sign in with");
        }
        return server.firstLink()
                .map(path ->
                        List.of(
                                "  dashboard    make the first user within 7 days, once:",
                                "               " + base.get() + path))
                .orElseGet(() -> List.of("  dashboard    " + base.get() + "/ui"));
    }

    private static String tokenPlace(ServerStarter.Running server, Settings settings) {
        Path file = server.dataFolder().toAbsolutePath().normalize().resolve("admin-token");
        return settings.find(Known.ADMIN_TOKEN).isPresent() ? "as set" : "in " + file;
    }

    private static String inFlight(int requests) {
        return String.format(
                Locale.ROOT,
                "%,d requests at once: %,d deliveries/s to receivers that answer in %d ms",
                requests,
                requests * 1000L / USUAL_ANSWER_MS,
                USUAL_ANSWER_MS);
    }
}
