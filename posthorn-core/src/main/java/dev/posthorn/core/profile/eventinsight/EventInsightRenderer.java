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

    private static final String ID = "{\"entity_id\":";
    private static final String TYPE = ",\"entity_type\":\"";
    private static final String ACTION = "\",\"action_type\":\"";
    private static final String RESULT = "\",\"result\":";
    private static final String END = "}";
    private static final String END_WITHOUT_RESULT = "\"}";
    private static final int FIXED = (ID + TYPE + ACTION + RESULT + END).length();

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
        byte[] id = EntityJson.json(event.entityId());
        byte[] data = event.data().bytes();
        String entity = event.type().entity();
        String action = event.type().action();
        String word = word(action);
        int texts = id.length + entity.length() + word.length();
        JsonBytes body =
                new JsonBytes(FIXED + texts + data.length)
                        .raw(ID)
                        .raw(id)
                        .raw(TYPE)
                        .raw(entity)
                        .raw(ACTION)
                        .raw(word);
        return action.equals(DELETED)
                ? body.raw(END_WITHOUT_RESULT).bytes()
                : body.raw(RESULT).raw(data).raw(END).bytes();
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
