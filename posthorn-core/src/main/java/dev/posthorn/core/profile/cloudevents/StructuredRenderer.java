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
    private static final String ID = "{\"specversion\":\"1.0\",\"id\":\"";
    private static final String SOURCE = "\",\"source\":\"";
    private static final String TYPE = "\",\"type\":\"";
    private static final String AFTER_TYPE = "\"";
    private static final String SUBJECT = ",\"subject\":";
    private static final String TIME = ",\"time\":";
    private static final String DATA = ",\"datacontenttype\":\"application/json\",\"data\":";
    private static final String END = "}";
    private static final int FIXED =
            (ID + SOURCE + TYPE + AFTER_TYPE + TIME + DATA + END).length() + JsonBytes.TIME_BYTES;
    private static final byte[] NOTHING = {};

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
        byte[] subject = subject(event);
        String slug = event.type().slug();
        int texts = id.length() + source.length() + slug.length() + subject.length;
        return new JsonBytes(FIXED + texts + data.length)
                .raw(ID)
                .raw(id)
                .raw(SOURCE)
                .raw(source)
                .raw(TYPE)
                .raw(slug)
                .raw(AFTER_TYPE)
                .raw(subject)
                .raw(TIME)
                .time(event.createdMs())
                .raw(DATA)
                .raw(data)
                .raw(END)
                .bytes();
    }

    /** The whole member, or nothing: an event need not be about anybody. */
    private static byte[] subject(Event event) {
        return EntityJson.text(event.entityId())
                .map(text -> new JsonBytes(64).raw(SUBJECT).string(text).bytes())
                .orElse(NOTHING);
    }
}
