package dev.posthorn.cli.account;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Shows what belongs to the token in use. */
@Command(name = "current")
final class CurrentCommand extends ClientCommand {
    private final String path;

    private CurrentCommand(Context context, String path) {
        super(context);
        this.path = path;
    }

    static CommandLine of(Context context, String description, String path) {
        var command = new CommandLine(new CurrentCommand(context, path));
        command.getCommandSpec().usageMessage().description(description);
        return command;
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        output.one(client.raw().get(path, Filter.ALL));
        return DONE;
    }
}
