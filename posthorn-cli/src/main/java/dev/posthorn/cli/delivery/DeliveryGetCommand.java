package dev.posthorn.cli.delivery;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "get", description = "Show a delivery, and on a terminal its attempts.")
final class DeliveryGetCommand extends ClientCommand {
    @Parameters(paramLabel = "ID", description = "id of the delivery")
    private String id = "";

    DeliveryGetCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        String path = RawCalls.path("deliveries", id);
        output.one(client.raw().get(path, Filter.ALL));
        if (!output.isJson()) {
            output.terminal().line("");
            output.list(client.raw().get(path + "/attempts", Filter.ALL), AttemptColumns.ALL);
        }
        return DONE;
    }
}
