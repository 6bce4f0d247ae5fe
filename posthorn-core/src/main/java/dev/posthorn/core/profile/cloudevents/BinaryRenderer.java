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
import dev.posthorn.core.wire.HeaderValue;
import dev.posthorn.core.wire.UtcTime;
import java.util.ArrayList;
import java.util.List;

/** The data as published, and the attributes in headers, which the signature does not cover. */
final class BinaryRenderer implements RequestRenderer {
    private static final List<String> ATTRIBUTES =
            List.of("ce-specversion", "ce-id", "ce-source", "ce-type", "ce-time", "ce-subject");

    private final RequestFrame frame;
    private final PublicIds ids;
    private final String url;
    private final String source;

    BinaryRenderer(Endpoint endpoint, SenderIdentity identity) {
        this.frame = Frames.of(endpoint, identity, "application/json", ATTRIBUTES);
        this.ids = identity.ids();
        this.url = endpoint.settings().url();
        this.source = Frames.source(endpoint, ids);
    }

    @Override
    public OutgoingRequest render(Event event, AttemptContext attempt) {
        String id = ids.text(event.id().seq());
        String[] attributes = attributes(event, id).toArray(String[]::new);
        return frame.request("POST", url, id, attempt, event.data().bytes(), attributes);
    }

    private List<String> attributes(Event event, String id) {
        List<String> headers = new ArrayList<>(ATTRIBUTES.size() * 2);
        headers.addAll(List.of("ce-specversion", "1.0", "ce-id", id, "ce-source", source));
        headers.addAll(List.of("ce-type", event.type().slug()));
        EntityJson.text(event.entityId())
                .map(HeaderValue::percentEncoded)
                .ifPresent(subject -> headers.addAll(List.of("ce-subject", subject)));
        headers.addAll(List.of("ce-time", UtcTime.text(event.createdMs())));
        return headers;
    }
}
