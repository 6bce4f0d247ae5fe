package dev.posthorn.cli.connection;

import dev.posthorn.cli.process.Context;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that asks the server named by its {@code --url}. */
public abstract class ClientCommand extends ApiCommand {
    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the server (default: http://127.0.0.1:8080)")
    private @Nullable String url;

    protected ClientCommand(Context context) {
        super(context);
    }

    @Override
    final @Nullable String serverUrl() {
        return url;
    }
}
