package dev.posthorn.cli.connection;

import dev.posthorn.cli.process.Context;
import dev.posthorn.client.PosthornClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Finds the server a command means, from its own options and those before its name. */
public final class Connections {
    private Connections() {}

    /** {@code url} as given to the command itself; null if it was not. */
    public static PosthornClient client(
            CommandSpec command, ClientOptions options, @Nullable String url, Context context) {
        return client(chosen(command, options.chosen(url)), context);
    }

    /** Whether JSON was asked for. */
    public static boolean json(CommandSpec command, ClientOptions options) {
        return chosen(command, options.chosen(null)).json();
    }

    static PosthornClient client(ClientOptions.Chosen chosen, Context context) {
        var settings = ClientSettings.of(chosen, context);
        return new PosthornClient(settings.url(), settings.token());
    }

    static ClientOptions.Chosen chosen(CommandSpec command, ClientOptions.Chosen own) {
        return command.root().userObject() instanceof GlobalOptions global
                ? own.over(global.chosen())
                : own;
    }
}
