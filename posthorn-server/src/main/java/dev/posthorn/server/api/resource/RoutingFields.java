package dev.posthorn.server.api.resource;

import dev.posthorn.server.api.json.Fields;
import dev.posthorn.server.api.json.JsonWriter;

/** The resource {@code routing}. */
public final class RoutingFields implements Fields<RoutingView> {
    @Override
    public void write(RoutingView routing, JsonWriter json) {
        json.text("resource", "routing")
                .id("event", routing.event().seq())
                .name("endpoints")
                .beginArray();
        routing.lines().forEach(line -> line(line, json));
        json.endArray();
    }

    private static void line(RoutingView.Line line, JsonWriter json) {
        json.beginObject()
                .id("webhook_config", line.endpoint().seq())
                .text("verdict", line.verdict().code())
                .id("delivery", line.delivery() == null ? null : line.delivery().seq())
                .endObject();
    }
}
