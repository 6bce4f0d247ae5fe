package dev.posthorn.cli.connection;

import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.PosthornClient;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that asks a server and prints what it answers. */
public abstract class ApiCommand implements Callable<Integer> {
    /** Exit code of a command that has done what it was asked. */
    protected static final int DONE = 0;

    /** Exit code of a command that was refused, or whose result is a failure. */
    protected static final int FAILED = 1;

    private final Context context;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private final ClientOptions options = new ClientOptions();

    protected ApiCommand(Context context) {
        this.context = context;
    }

    @Override
    public final Integer call() throws Exception {
        ClientOptions.Chosen chosen = Connections.chosen(spec(), options.chosen(serverUrl()));
        PosthornClient client = Connections.client(chosen, context);
        return run(
                isPatient() ? client : client.withoutRetries(),
                new Output(context.terminal(), chosen.json()));
    }

    protected final Context context() {
        return context;
    }

    protected final CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("this command was not made by picocli");
        }
        return spec;
    }

    /** The server as given to this command itself; null if it was not. */
    @Nullable String serverUrl() {
        return null;
    }

    /** Whether to ride out a short absence of the server, rather than to say so at once. */
    protected boolean isPatient() {
        return false;
    }

    /** Answers the exit code. */
    protected abstract int run(PosthornClient client, Output output) throws Exception;
}
