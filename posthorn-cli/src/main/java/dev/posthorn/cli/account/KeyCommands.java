package dev.posthorn.cli.account;

import dev.posthorn.cli.connection.GetCommand;
import dev.posthorn.cli.process.Context;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code posthorn key …}. */
@Command(name = "key", description = "Make and look at keys: credentials of machines.")
public final class KeyCommands {
    private KeyCommands() {}

    public static CommandLine of(Context context) {
        return new CommandLine(new KeyCommands())
                .addSubcommand(new KeyCreateCommand(context))
                .addSubcommand(new KeyListCommand(context))
                .addSubcommand(GetCommand.of(context, "Show a key, without its token.", "keys"));
    }
}
