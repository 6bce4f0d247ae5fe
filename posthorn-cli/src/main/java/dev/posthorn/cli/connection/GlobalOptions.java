package dev.posthorn.cli.connection;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options before the name of a command; those behind it come first. */
public abstract class GlobalOptions {
    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the server (default: http://127.0.0.1:8080)")
    private @Nullable String url;

    @Mixin private final ClientOptions options = new ClientOptions();

    final ClientOptions.Chosen chosen() {
        return options.chosen(url);
    }
}
