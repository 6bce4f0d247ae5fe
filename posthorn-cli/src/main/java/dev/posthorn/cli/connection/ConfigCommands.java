package dev.posthorn.cli.connection;

import dev.posthorn.cli.process.Context;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code posthorn config …}. */
@Command(
        name = "config",
        description =
                "Keep which server is meant, and the token for it, in ~/.posthorn.properties.")
public final class ConfigCommands {
    private ConfigCommands() {}

    public static CommandLine of(Context context) {
        return new CommandLine(new ConfigCommands())
                .addSubcommand(new ConfigInitCommand(context))
                .addSubcommand(new ConfigViewCommand(context));
    }
}
