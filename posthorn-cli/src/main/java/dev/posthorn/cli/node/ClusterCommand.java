package dev.posthorn.cli.node;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Column;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code posthorn cluster}. */
@Command(name = "cluster", description = "Show the nodes, and how far behind they are.")
public final class ClusterCommand extends ClientCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("NODE", "name"),
                    Column.of("VERSION", "version"),
                    Column.state("state"),
                    Column.time("STARTED", "date_started"),
                    Column.of("SHARDS", "shards"),
                    new Column("DATABASE", node -> gib(node.path("database_bytes")), false),
                    new Column("DISK FREE", node -> gib(node.path("disk_free_bytes")), false));

    public ClusterCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        JsonNode cluster = client.raw().get("/cluster", Filter.ALL);
        if (output.isJson()) {
            output.json(cluster);
            return DONE;
        }
        output.table(cluster.path("nodes"), COLUMNS);
        output.terminal().line("");
        output.terminal()
                .line(
                        String.format(
                                Locale.ROOT,
                                "%,d pending, %,d in flight, %,d ms behind",
                                cluster.path("pending").asLong(0),
                                cluster.path("in_flight").asLong(0),
                                cluster.path("lag_ms").asLong(0)));
        return DONE;
    }

    private static String gib(JsonNode bytes) {
        return bytes.isNumber()
                ? String.format(Locale.ROOT, "%.2f GiB", bytes.asDouble() / (1 << 30))
                : "";
    }
}
