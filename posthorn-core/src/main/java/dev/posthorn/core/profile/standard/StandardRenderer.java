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
import java.util.List;

/** {@code {"type":…,"timestamp":…,"data":…}}, where the timestamp is the event's. */
final class StandardRenderer implements RequestRenderer {
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
        return frame.request(
                "POST", url, ids.text(event.id().seq()), attempt, StandardBody.of(event));
    }

    private static StandardSigner signer(Endpoint endpoint) {
        return switch (endpoint.settings().options().signature()) {
            case HMAC -> StandardSigner.hmac(endpoint.secrets());
            case ED25519 -> StandardSigner.ed25519(endpoint.secrets());
        };
    }
}
