package dev.posthorn.core.profile.standard;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.profile.AttemptContext;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.RequestRenderer;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.request.RequestFrame;
import dev.posthorn.core.signature.StandardSigner;
import dev.posthorn.core.wire.JsonBytes;
import java.util.List;

/** {@code {"type":…,"timestamp":…,"data":…}}, where the timestamp is the event's. */
final class StandardRenderer implements RequestRenderer {
    private static final String TYPE = "{\"type\":\"";
    private static final String TIMESTAMP = "\",\"timestamp\":";
    private static final String DATA = ",\"data\":";
    private static final String END = "}";
    private static final int FIXED =
            (TYPE + TIMESTAMP + DATA + END).length() + JsonBytes.TIME_BYTES;

    private final RequestFrame frame;
    private final PublicIds ids;
    private final String url;

    StandardRenderer(Endpoint endpoint, SenderIdentity identity) {
        this.frame =
                RequestFrame.of(
                        endpoint,
                        identity,
                        signer(endpoint),
                        "application/json",
                        List.of(),
                        List.of());
        this.ids = identity.ids();
        this.url = endpoint.settings().url();
    }

    @Override
    public OutgoingRequest render(Event event, AttemptContext attempt) {
        return frame.request("POST", url, ids.text(event.id().seq()), attempt, body(event));
    }

    private static byte[] body(Event event) {
        String slug = event.type().slug();
        byte[] data = event.data().bytes();
        return new JsonBytes(FIXED + slug.length() + data.length)
                .raw(TYPE)
                .raw(slug)
                .raw(TIMESTAMP)
                .time(event.createdMs())
                .raw(DATA)
                .raw(data)
                .raw(END)
                .bytes();
    }

    private static StandardSigner signer(Endpoint endpoint) {
        return switch (endpoint.settings().options().signature()) {
            case HMAC -> StandardSigner.hmac(endpoint.secrets());
            case ED25519 -> StandardSigner.ed25519(endpoint.secrets());
        };
    }
}
