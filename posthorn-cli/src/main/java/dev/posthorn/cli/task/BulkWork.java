package dev.posthorn.cli.task;

import dev.posthorn.cli.terminal.Output;
import dev.posthorn.cli.terminal.ProgressLine;
import dev.posthorn.cli.terminal.Style;
import dev.posthorn.cli.terminal.Terminal;
import dev.posthorn.client.PosthornClient;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A replay or a resend of many deliveries, from its call to its last delivery. */
public final class BulkWork {
    /** Seconds: a count is mostly over in one, and the server holds no answer for longer. */
    private static final int WAIT_S = 10;

    private final PosthornClient client;
    private final Output output;
    private final String path;

    public BulkWork(PosthornClient client, Output output, String path) {
        this.client = client;
        this.output = output;
        this.path = path;
    }

    /** Whether all went well; {@code fields} are those of the call. */
    public boolean run(Map<String, Object> fields, BulkOptions options)
            throws InterruptedException {
        options.addTo(fields);
        if (options.dryRun) {
            return print(counted(fields));
        }
        if (options.detach) {
            output.one(client.raw().post(path, fields));
            return true;
        }
        long total = output.terminal().live() ? counted(counted(fields)) : 0;
        return print(followed(client.raw().post(path, fields), total));
    }

    private JsonNode followed(JsonNode task, long total) throws InterruptedException {
        var line = new ProgressLine(output.terminal());
        try {
            return Following.toItsEnd(client, task, now -> show(line, now, total));
        } finally {
            line.finish();
        }
    }

    private JsonNode counted(Map<String, Object> fields) throws InterruptedException {
        Map<String, Object> counting = new LinkedHashMap<>(fields);
        counting.remove("rate");
        counting.put("dry_run", true);
        JsonNode task = client.raw().postAndAwait(path, counting, WAIT_S);
        return Following.toItsEnd(client, task, _ -> {});
    }

    private static void show(ProgressLine line, JsonNode task, long total) {
        long done = sum(task, "resent") + sum(task, "created") + sum(task, "skipped");
        double share = total == 0 ? ProgressLine.UNKNOWN : (double) done / total;
        line.show(share, String.format(Locale.ROOT, "%,d of %,d", done, total));
    }

    private boolean print(JsonNode task) {
        boolean fine = Following.hasSucceeded(task);
        if (output.isJson()) {
            output.json(task);
            return fine;
        }
        Terminal terminal = output.terminal();
        terminal.line(
                terminal.paint(fine ? Style.GOOD : Style.BAD, fine ? "✓ " : "✗ ") + sentence(task));
        return fine;
    }

    private static String sentence(JsonNode task) {
        if (!Following.hasSucceeded(task)) {
            return task.path("error").asString("It failed, and the server does not say why.");
        }
        JsonNode result = task.path("results").path(0);
        if (result.has("counted")) {
            return String.format(Locale.ROOT, "%,d deliveries would be sent.", counted(task));
        }
        return String.format(
                Locale.ROOT,
                "%,d deliveries are pending again, %,d were made anew, %,d skipped.",
                sum(task, "resent"),
                sum(task, "created"),
                sum(task, "skipped"));
    }

    private static long counted(JsonNode task) {
        return sum(task, "counted");
    }

    private static long sum(JsonNode task, String field) {
        return task.path("results").path(0).path(field).asLong(0);
    }
}
