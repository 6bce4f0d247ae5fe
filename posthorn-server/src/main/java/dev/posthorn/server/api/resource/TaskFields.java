package dev.posthorn.server.api.resource;

import dev.posthorn.core.task.ReplayCounts;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TestResult;
import dev.posthorn.server.api.json.Fields;
import dev.posthorn.server.api.json.JsonWriter;

/** The resource {@code task}; {@code results} is a plain array, as real clients need. */
public final class TaskFields implements Fields<Task> {
    @Override
    public void write(Task task, JsonWriter json) {
        json.id("id", task.id().seq())
                .text("resource", "task")
                .text("type", task.type())
                .word("state", task.state())
                .id("organisation", task.organisation().seq())
                .id("key", task.key() == null ? null : task.key().seq())
                .id("target", task.target() == 0 ? null : (Long) task.target())
                .name("results")
                .beginArray();
        task.results().forEach(result -> result(result, json));
        if (task.counts() != null) {
            counts(task.counts(), json);
        }
        json.endArray()
                .text("error", task.error())
                .time("date_created", task.createdMs())
                .time("date_started", task.startedMs())
                .time("date_completed", task.completedMs());
    }

    private static void counts(ReplayCounts counts, JsonWriter json) {
        json.beginObject();
        if (counts.dryRun()) {
            json.number("counted", counts.counted());
        } else {
            json.number("resent", counts.resent())
                    .number("created", counts.created())
                    .number("skipped", counts.skipped());
        }
        json.endObject();
    }

    private static void result(TestResult result, JsonWriter json) {
        json.beginObject()
                .text("event_type", result.eventType())
                .text("expected", result.expected());
        ExchangeJson.request(result.request(), Integer.MAX_VALUE, json);
        ExchangeJson.response(result.response(), json);
        json.bool("passed", result.passed()).text("message", result.message()).endObject();
    }
}
