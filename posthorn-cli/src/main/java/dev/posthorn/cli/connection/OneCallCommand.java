package dev.posthorn.cli.connection;

import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Makes one call about one resource and prints what came back. */
@Command
public final class OneCallCommand extends ClientCommand {
    private final Call call;

    @Parameters(paramLabel = "ID", description = "its id, or your own uid if it has one")
    private String id = "";

    /** What is called. */
    public interface Call {
        JsonNode answer(RawCalls api, String id);
    }

    private OneCallCommand(Context context, Call call) {
        super(context);
        this.call = call;
    }

    public static CommandLine of(Context context, String name, String description, Call call) {
        var command = new CommandLine(new OneCallCommand(context, call));
        command.setCommandName(name);
        command.getCommandSpec().usageMessage().description(description);
        return command;
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        output.one(call.answer(client.raw(), id));
        return DONE;
    }
}
