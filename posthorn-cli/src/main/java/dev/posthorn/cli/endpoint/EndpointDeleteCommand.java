package dev.posthorn.cli.endpoint;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "delete",
        description = "Deactivate an endpoint: its pending deliveries are cancelled.")
final class EndpointDeleteCommand extends ClientCommand {
    @Parameters(paramLabel = "ID", description = "id of the endpoint, or your own uid")
    private String id = "";

    EndpointDeleteCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        output.one(client.raw().delete(RawCalls.path("configs", "webhook", id)));
        return DONE;
    }
}
