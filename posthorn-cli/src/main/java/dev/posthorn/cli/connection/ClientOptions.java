package dev.posthorn.cli.connection;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that talks to a server, also allowed before the command's name. */
public final class ClientOptions {
    /**
     * {@code --url} means something else where an endpoint is made: there only this name is left.
     */
    @Option(names = "--server", paramLabel = "URL", hidden = true)
    private @Nullable String server;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "token of a key (default: the operator's, when the server is here)")
    private @Nullable String token;

    @Option(
            names = "--data-folder",
            paramLabel = "PATH",
            description = "of a server here, to read its token (default: ./posthorn-data)")
    private @Nullable Path data;

    @Option(names = "--json", description = "print JSON, also on a terminal")
    private boolean json;

    /** What was chosen, {@code url} under whichever name it was given. */
    Chosen chosen(@Nullable String url) {
        return new Chosen(url == null ? server : url, token, data, json);
    }

    /** Null for what nobody gave. */
    record Chosen(@Nullable String url, @Nullable String token, @Nullable Path data, boolean json) {

        /** What is not given here is taken from {@code before}. */
        Chosen over(Chosen before) {
            return new Chosen(
                    url == null ? before.url : url,
                    token == null ? before.token : token,
                    data == null ? before.data : data,
                    json || before.json);
        }
    }
}
