package dev.posthorn.cli.delivery;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.connection.DurationConverter;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Column;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

    @Option(names = "--watch", description = "again and again, until Ctrl-C")
    private boolean watch;

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "with --watch: how often (default: 2s)")
    private Duration every = Duration.ofSeconds(2);

    public QueueCommand(Context context) {
        super(context);
    }

    /** A watch ends with the process, or with the first call that fails. */
    @Override
    protected int run(PosthornClient client, Output output) throws InterruptedException {
        print(client.raw().get("/queue", Filter.ALL), output);
        while (watch) {
            Thread.sleep(every);
            JsonNode queue = client.raw().get("/queue", Filter.ALL);
            if (!output.isJson()) {
                output.terminal().clear();
            }
            print(queue, output);
        }
        return DONE;
    }

    private static void print(JsonNode queue, Output output) {
        if (output.isJson()) {
            output.json(queue);
            return;
        }
        JsonNode endpoints = queue.path("endpoints");
        output.one(((ObjectNode) queue.deepCopy()).without("endpoints"));
        if (!endpoints.isEmpty()) {
            output.terminal().line("");
            output.table(endpoints, COLUMNS);
        }
    }
}
