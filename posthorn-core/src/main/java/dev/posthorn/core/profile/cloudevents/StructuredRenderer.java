package dev.posthorn.core.profile.cloudevents;

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
import java.util.List;

/** All attributes in the body, so that the signature covers them. */
final class StructuredRenderer implements RequestRenderer {
    /** Names, quotes, ids and times. */
    private static final int FIXED = 290;

    private final RequestFrame frame;
    private final PublicIds ids;
    private final String url;
    private final String source;

    StructuredRenderer(Endpoint endpoint, SenderIdentity identity) {
        this.frame = Frames.of(endpoint, identity, "application/cloudevents+json", List.of());
        this.ids = identity.ids();
        this.url = endpoint.settings().url();
        this.source = Frames.source(endpoint, ids);
    }

    @Override
    public OutgoingRequest render(Event event, AttemptContext attempt) {
        String id = ids.text(event.id().seq());
        return frame.request("POST", url, id, attempt, body(event, id));
    }

    private byte[] body(Event event, String id) {
        byte[] data = event.data().bytes();
        JsonBytes body =
                new JsonBytes(FIXED + event.type().slug().length() + data.length)
                        .raw("{\"specversion\":\"1.0\",\"id\":\"")
                        .raw(id)
                        .raw("\",\"source\":\"")
                        .raw(source)
                        .raw("\",\"type\":\"")
                        .raw(event.type().slug())
                        .raw("\"");
        EntityJson.text(event.entityId())
                .ifPresent(subject -> body.raw(",\"subject\":").string(subject));
        return body.raw(",\"time\":")
                .time(event.createdMs())
                .raw(",\"datacontenttype\":\"application/json\",\"data\":")
                .raw(data)
                .raw("}")
                .bytes();
    }
}
