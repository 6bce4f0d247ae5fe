package dev.posthorn.cli.account;

import dev.posthorn.cli.connection.GetCommand;
import dev.posthorn.cli.connection.OneCallCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.client.RawCalls;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code posthorn key …}. */
@Command(name = "key", description = "Make, change and look at keys: credentials of machines.")
public final class KeyCommands {
    private KeyCommands() {}

    public static CommandLine of(Context context) {
        return new CommandLine(new KeyCommands())
                .addSubcommand(new KeyCreateCommand(context))
                .addSubcommand(new KeyListCommand(context))
                .addSubcommand(GetCommand.of(context, "Show a key, without its token.", "keys"))
                .addSubcommand(CurrentCommand.of(context, "Show the key in use.", "/key"))
                .addSubcommand(new KeyUpdateCommand(context))
                .addSubcommand(
                        OneCallCommand.of(
                                context,
                                "rotate",
                                "Give a key a new token, shown this once; the old one ends now.",
                                (api, id) -> api.post(RawCalls.path("keys", id, "rotate"), null)));
    }
}
