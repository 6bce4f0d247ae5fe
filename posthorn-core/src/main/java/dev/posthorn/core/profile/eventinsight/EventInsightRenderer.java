package dev.posthorn.core.profile.eventinsight;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.profile.AttemptContext;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.RequestRenderer;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.request.EntityJson;
import dev.posthorn.core.profile.request.RequestFrame;
import dev.posthorn.core.wire.JsonBytes;

/** {@code entity_id}, {@code entity_type}, {@code action_type} and, unless deleted, the result. */
final class EventInsightRenderer implements RequestRenderer {
    private static final String DELETED = "deleted";

    /** Names, quotes and brackets, and an action's word that is longer than the slug's. */
    private static final int FIXED = 70;

    private final RequestFrame frame;
    private final PublicIds ids;
    private final String url;

    EventInsightRenderer(Endpoint endpoint, SenderIdentity identity) {
        this.frame = RequestFrame.plain(endpoint, identity);
        this.ids = identity.ids();
        this.url = endpoint.settings().url();
    }

    @Override
    public OutgoingRequest render(Event event, AttemptContext attempt) {
        return frame.request("POST", url, ids.text(event.id().seq()), attempt, body(event));
    }

    private static byte[] body(Event event) {
        byte[] entityId = EntityJson.json(event.entityId());
        byte[] data = event.data().bytes();
        String action = event.type().action();
        int expected = FIXED + entityId.length + event.type().slug().length() + data.length;
        JsonBytes body =
                new JsonBytes(expected)
                        .raw("{\"entity_id\":")
                        .raw(entityId)
                        .raw(",\"entity_type\":\"")
                        .raw(event.type().entity())
                        .raw("\",\"action_type\":\"")
                        .raw(word(action))
                        .raw("\"");
        if (!action.equals(DELETED)) {
            body.raw(",\"result\":").raw(data);
        }
        return body.raw("}").bytes();
    }

    private static String word(String action) {
        return switch (action) {
            case "created" -> "new";
            case "updated" -> "update";
            case DELETED -> "delete";
            default -> action;
        };
    }
}
