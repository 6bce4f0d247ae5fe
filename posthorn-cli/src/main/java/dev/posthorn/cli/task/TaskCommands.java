package dev.posthorn.cli.task;

import dev.posthorn.cli.process.Context;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code posthorn task …}. */
@Command(
        name = "task",
        description = "Look at what the server does in the background: tests, replays, resends.")
public final class TaskCommands {
    private TaskCommands() {}

    public static CommandLine of(Context context) {
        return new CommandLine(new TaskCommands())
                .addSubcommand(new TaskListCommand(context))
                .addSubcommand(new TaskGetCommand(context));
    }
}
