package dev.posthorn.cli.event;

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

@Command(name = "list", description = "List events, newest first.")
final class EventListCommand extends ClientCommand {
    static final List<Column> COLUMNS =
            List.of(
                    Column.of("ID", "id"),
                    Column.of("TYPE", "event_type"),
                    Column.of("ENTITY ID", "entity_id"),
                    Column.of("DELIVERIES", "deliveries"),
                    Column.state("state"),
                    Column.time("CREATED", "date_created"));

    @Option(names = "--type", paramLabel = "SLUG", description = "of this type")
    private @Nullable String type;

    @Option(names = "--entity-id", paramLabel = "ID", description = "about this entity")
    private @Nullable String entityId;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "pending, delivered or failed: its deliveries summed up")
    private @Nullable String state;

    @Mixin private final ListOptions part = new ListOptions();

    EventListCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        Filter filter = part.filter(Instant.now());
        filter = PageOptions.and(filter, "type", type);
        filter = PageOptions.and(filter, "entity_id", entityId);
        filter = PageOptions.and(filter, "state", state);
        output.list(client.raw().get("/events", filter), COLUMNS);
        return DONE;
    }
}
