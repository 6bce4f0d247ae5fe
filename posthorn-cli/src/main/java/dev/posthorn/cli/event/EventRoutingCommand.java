package dev.posthorn.cli.event;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Column;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "routing", description = "Show which endpoints got an event, and why not others.")
final class EventRoutingCommand extends ClientCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("ENDPOINT", "webhook_config"),
                    Column.of("VERDICT", "verdict"),
                    Column.of("DELIVERY", "delivery"));

    @Parameters(paramLabel = "ID", description = "id of the event")
    private String id = "";

    EventRoutingCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        JsonNode routing = client.raw().get(RawCalls.path("events", id, "routing"), Filter.ALL);
        if (output.isJson()) {
            output.json(routing);
        } else if (routing.path("endpoints").isEmpty()) {
            output.terminal().line("There are no endpoints: posthorn endpoint create --url URL");
        } else {
            output.table(routing.path("endpoints"), COLUMNS);
        }
        return DONE;
    }
}
