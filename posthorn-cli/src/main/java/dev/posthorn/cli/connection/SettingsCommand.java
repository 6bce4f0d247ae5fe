package dev.posthorn.cli.connection;

import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command about which server is meant, rather than one that asks it. */
abstract class SettingsCommand implements Callable<Integer> {
    private final Context context;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the server (default: http://127.0.0.1:8080)")
    private @Nullable String url;

    @Mixin private final ClientOptions options = new ClientOptions();
    @Spec private @Nullable CommandSpec spec;

    SettingsCommand(Context context) {
        this.context = context;
    }

    @Override
    public final Integer call() throws IOException {
        CommandSpec self = Objects.requireNonNull(spec);
        ClientOptions.Chosen given = Connections.chosen(self, options.chosen(url));
        return run(given, new Output(context.terminal(), given.json()));
    }

    final Context context() {
        return context;
    }

    abstract int run(ClientOptions.Chosen given, Output output) throws IOException;
}
