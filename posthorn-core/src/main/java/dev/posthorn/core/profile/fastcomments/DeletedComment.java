package dev.posthorn.core.profile.fastcomments;

import dev.posthorn.core.event.Event;
import dev.posthorn.core.profile.request.EntityJson;
import dev.posthorn.core.wire.JsonBytes;
import dev.posthorn.core.wire.JsonMembers;

/**
 * The body of a delete: {@code {"id":…}}, where the id is {@code data.id}, else the event's entity.
 *
 * <p>It is looked up in the data when the request is made: only deletes of this profile need it, it
 * almost always comes first, and since data never changes the answer is the one of the moment it
 * was accepted. Taking {@code entity_id} alone would be wrong where the publisher gave another one.
 */
final class DeletedComment {
    private static final String START = "{\"id\":";
    private static final String END = "}";

    private DeletedComment() {}

    static byte[] body(Event event) {
        byte[] id =
                JsonMembers.scalar(event.data().bytes(), "id")
                        .orElseGet(() -> EntityJson.json(event.entityId()));
        return new JsonBytes(START.length() + id.length + END.length())
                .raw(START)
                .raw(id)
                .raw(END)
                .bytes();
    }
}
