package dev.posthorn.cli.event;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "get", description = "Show an event with its data.")
final class EventGetCommand extends ClientCommand {
    @Parameters(paramLabel = "ID", description = "id of the event")
    private String id = "";

    EventGetCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        output.one(client.raw().get(RawCalls.path("events", id), Filter.ALL));
        return DONE;
    }
}
