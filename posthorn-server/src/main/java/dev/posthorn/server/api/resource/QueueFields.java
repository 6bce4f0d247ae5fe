package dev.posthorn.server.api.resource;

import dev.posthorn.server.api.json.Fields;
import dev.posthorn.server.api.json.JsonWriter;

/** The resource {@code queue}. */
public final class QueueFields implements Fields<QueueView> {
    @Override
    public void write(QueueView queue, JsonWriter json) {
        json.text("resource", "queue")
                .number("pending", queue.pending())
                .number("due", queue.due())
                .number("held", queue.held())
                .number("in_flight", queue.inFlight())
                .time("oldest", queue.oldestMs())
                .time("next_due", queue.nextDueMs())
                .decimal("accepted_per_s", queue.acceptedPerSecond())
                .decimal("delivered_per_s", queue.deliveredPerSecond())
                .name("endpoints")
                .beginArray();
        queue.endpoints().forEach(line -> line(line, json));
        json.endArray();
    }

    private static void line(QueueView.Line line, JsonWriter json) {
        json.beginObject()
                .id("webhook_config", line.endpoint().seq())
                .text("name", line.name())
                .text("url", line.url())
                .number("pending", line.pending())
                .number("due", line.due())
                .number("in_flight", line.inFlight())
                .number("window", line.window())
                .time("next_due", line.nextDueMs())
                .text("last_error", line.lastError())
                .endObject();
    }
}
