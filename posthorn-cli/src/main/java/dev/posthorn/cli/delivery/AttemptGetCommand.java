package dev.posthorn.cli.delivery;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "get", description = "Show exactly what was sent and what came back.")
final class AttemptGetCommand extends ClientCommand {
    @Parameters(paramLabel = "ID", description = "id of the attempt")
    private String id = "";

    AttemptGetCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        output.one(client.raw().get(RawCalls.path("attempts", id), Filter.ALL));
        return DONE;
    }
}
