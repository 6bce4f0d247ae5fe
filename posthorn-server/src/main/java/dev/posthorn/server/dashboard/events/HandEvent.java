package dev.posthorn.server.dashboard.events;

import dev.posthorn.core.id.PublicIds;
import dev.posthorn.server.api.json.JsonWriter;
import dev.posthorn.server.api.read.JsonBody;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What was filled in, as the API takes an event. */
final class HandEvent {
    /** Beyond these digits a number is somebody's text. */
    private static final String INTEGER = "-?(0|[1-9][0-9]{0,17})";

    private HandEvent() {}

    /**
     * {@code data} goes in as it was typed.
     *
     * @throws dev.posthorn.server.http.RefusedException when that is not one JSON object
     */
    static byte[] json(String type, String entity, String data, PublicIds ids) {
        byte[] typed = (data.isBlank() ? "{}" : data).getBytes(StandardCharsets.UTF_8);
        JsonBody.fields(typed);
        JsonWriter json = new JsonWriter(ids).beginObject().text("type", type);
        if (entity.matches(INTEGER)) {
            json.number("entity_id", Long.parseLong(entity));
        } else if (!entity.isEmpty()) {
            json.text("entity_id", entity);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(json.toBytes());
        out.writeBytes(",\"data\":".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(typed);
        out.write('}');
        return out.toByteArray();
    }
}
