package dev.posthorn.cli.delivery;

import dev.posthorn.cli.connection.GetCommand;
import dev.posthorn.cli.process.Context;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code posthorn attempt …}. */
@Command(name = "attempt", description = "Look at attempts: what was sent and what came back.")
public final class AttemptCommands {
    private AttemptCommands() {}

    public static CommandLine of(Context context) {
        return new CommandLine(new AttemptCommands())
                .addSubcommand(new AttemptListCommand(context))
                .addSubcommand(
                        GetCommand.of(
                                context,
                                "Show exactly what was sent and what came back.",
                                "attempts"));
    }
}
