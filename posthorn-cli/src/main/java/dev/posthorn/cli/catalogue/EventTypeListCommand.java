package dev.posthorn.cli.catalogue;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.connection.PageOptions;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Column;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List event types, by slug.")
final class EventTypeListCommand extends ClientCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("SLUG", "slug"),
                    new Column("SCHEMA", type -> type.path("schema").isNull() ? "" : "yes", false),
                    Column.of("ENFORCED", "enforce"),
                    Column.of("DESCRIPTION", "description"));

    @Option(names = "--archived", description = "those that are archived")
    private boolean archived;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "how many, at most 1000 (default: 100)")
    private int limit = 100;

    @Option(names = "--after-id", paramLabel = "SLUG", description = "go on behind this one")
    private @Nullable String afterId;

    EventTypeListCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        Filter filter = PageOptions.and(Filter.ALL.pageSize(limit), "after_id", afterId);
        filter = archived ? filter.and("archived", "true") : filter;
        output.list(client.raw().get("/event-types", filter), COLUMNS);
        return DONE;
    }
}
