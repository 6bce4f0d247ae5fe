package dev.posthorn.server.api.resource;

import dev.posthorn.server.api.json.JsonWriter;

/** One item in the answer to a publishing call: an event, or why there is none. */
public sealed interface PublishedItem permits PublishedEvent, RefusedEvent {
    /** Whether this call stored it. */
    boolean isNew();

    void write(JsonWriter json);
}
