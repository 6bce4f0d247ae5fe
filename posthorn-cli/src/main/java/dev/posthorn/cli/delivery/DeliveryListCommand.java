package dev.posthorn.cli.delivery;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.connection.ListOptions;
import dev.posthorn.cli.connection.PageOptions;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Column;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List deliveries, newest first.")
final class DeliveryListCommand extends ClientCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("ID", "id"),
                    Column.of("TYPE", "type"),
                    Column.state("state"),
                    Column.of("ATTEMPTS", "attempts"),
                    Column.of("LAST", "last_status"),
                    Column.of("ERROR", "last_error"),
                    Column.time("NEXT ATTEMPT", "next_attempt"),
                    Column.time("CREATED", "date_created"));

    @Option(names = "--endpoint", paramLabel = "ID", description = "to this endpoint")
    private @Nullable String endpoint;

    @Option(names = "--event", paramLabel = "ID", description = "of this event")
    private @Nullable String event;

    @Option(names = "--type", paramLabel = "SLUG", description = "of events of this type")
    private @Nullable String type;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "pending, delivered, failed or cancelled")
    private @Nullable String state;

    @Mixin private final ListOptions part = new ListOptions();

    DeliveryListCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        Filter filter = part.filter(Instant.now());
        filter = PageOptions.and(filter, "webhook_config", endpoint);
        filter = PageOptions.and(filter, "event", event);
        filter = PageOptions.and(filter, "type", type);
        filter = PageOptions.and(filter, "state", state);
        output.list(client.raw().get("/deliveries", filter), COLUMNS);
        return DONE;
    }
}
