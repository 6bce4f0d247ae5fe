package dev.posthorn.cli.delivery;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Column;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code posthorn queue}. */
@Command(name = "queue", description = "Show what waits to be delivered, and to which endpoints.")
public final class QueueCommand extends ClientCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("ENDPOINT", "webhook_config"),
                    Column.of("NAME", "name"),
                    Column.of("URL", "url"),
                    Column.of("PENDING", "pending"),
                    Column.of("DUE", "due"),
                    Column.of("IN FLIGHT", "in_flight"),
                    Column.of("WINDOW", "window"),
                    Column.time("NEXT DUE", "next_due"),
                    Column.of("LAST ERROR", "last_error"));

    public QueueCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        JsonNode queue = client.raw().get("/queue", Filter.ALL);
        if (output.isJson()) {
            output.json(queue);
            return DONE;
        }
        JsonNode endpoints = queue.path("endpoints");
        output.one(((ObjectNode) queue.deepCopy()).without("endpoints"));
        if (!endpoints.isEmpty()) {
            output.terminal().line("");
            output.table(endpoints, COLUMNS);
        }
        return DONE;
    }
}
