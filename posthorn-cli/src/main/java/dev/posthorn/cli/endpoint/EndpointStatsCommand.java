package dev.posthorn.cli.endpoint;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Column;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

@Command(name = "stats", description = "Show how an endpoint has been doing.")
final class EndpointStatsCommand extends ClientCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.time("FROM", "date"),
                    Column.of("ATTEMPTS", "attempts"),
                    Column.of("RETRIES", "retries"),
                    new Column("DELIVERED", row -> state(row, "delivered"), false),
                    new Column("FAILED", row -> state(row, "failed"), false),
                    new Column("MISSED", row -> state(row, "missed"), false),
                    new Column("SUCCESS", EndpointStatsCommand::success, false),
                    new Column("P50 MS", row -> latency(row, "p50"), false),
                    new Column("P99 MS", row -> latency(row, "p99"), false));

    @Parameters(paramLabel = "ID", description = "id of the endpoint, or your own uid")
    private String id = "";

    @Option(
            names = "--range",
            paramLabel = "1h|24h|7d|30d",
            description = "the time up to now (default: 24h)")
    private String range = "24h";

    EndpointStatsCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        String path = RawCalls.path("configs", "webhook", id, "stats");
        JsonNode stats = client.raw().get(path, Filter.where("range", range));
        if (output.isJson()) {
            output.json(stats);
            return DONE;
        }
        var rows = JsonNodeFactory.instance.arrayNode();
        stats.path("buckets").forEach(bucket -> addUnlessIdle(rows, bucket));
        output.table(rows, COLUMNS);
        output.terminal().line("");
        output.terminal().line(sum(stats));
        return DONE;
    }

    /** A day of minutes in which nothing happened says nothing. */
    private static void addUnlessIdle(ArrayNode rows, JsonNode bucket) {
        boolean ended = bucket.path("states").valueStream().anyMatch(count -> count.asLong(0) > 0);
        if (ended || bucket.path("attempts").asLong(0) > 0) {
            rows.add(bucket);
        }
    }

    private static String sum(JsonNode stats) {
        return String.format(
                Locale.ROOT,
                "%s: %,d attempts, %s of them successful; %,d delivered, %,d failed, %,d missed",
                stats.path("range").asString(""),
                stats.path("attempts").asLong(0),
                success(stats).isEmpty() ? "none" : success(stats),
                stats.path("states").path("delivered").asLong(0),
                stats.path("states").path("failed").asLong(0),
                stats.path("states").path("missed").asLong(0));
    }

    private static String state(JsonNode row, String state) {
        return row.path("states").path(state).asString("");
    }

    private static String success(JsonNode row) {
        JsonNode rate = row.path("success_rate");
        return rate.isNumber() ? String.format(Locale.ROOT, "%.1f %%", rate.asDouble() * 100) : "";
    }

    private static String latency(JsonNode row, String percentile) {
        JsonNode millis = row.path("latency_ms").path(percentile);
        return millis.isNumber() ? Long.toString(Math.round(millis.asDouble())) : "";
    }
}
