package dev.posthorn.core.profile.ricloud;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.profile.AttemptContext;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.RequestRenderer;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.request.RequestFrame;
import dev.posthorn.core.signature.RicloudSigner;
import dev.posthorn.core.signature.StandardSigner;
import dev.posthorn.core.wire.UrlParts;
import java.util.List;

/** The event resource as it stands while it is being delivered: pending, no date of delivery. */
final class RicloudRenderer implements RequestRenderer {
    private static final String SIGNATURE = "Ricloud-Signature";

    private final RequestFrame frame;
    private final RicloudSigner signer;
    private final PublicIds ids;
    private final UrlParts url;
    private final boolean appendEventId;
    private final String configuredUrl;

    RicloudRenderer(Endpoint endpoint, SenderIdentity identity) {
        this.frame =
                RequestFrame.of(
                        endpoint,
                        identity,
                        StandardSigner.hmac(endpoint.secrets()),
                        "application/json",
                        List.of(),
                        List.of(SIGNATURE));
        this.signer = new RicloudSigner(endpoint.secrets().current());
        this.ids = identity.ids();
        this.configuredUrl = endpoint.settings().url();
        this.url = UrlParts.of(configuredUrl);
        this.appendEventId = endpoint.settings().options().appendEventId();
    }

    @Override
    public OutgoingRequest render(Event event, AttemptContext attempt) {
        String id = ids.text(event.id().seq());
        byte[] body = RicloudBody.of(event, id, attempt.number() - 1);
        String signature = signer.sign(Long.toString(attempt.timestampSeconds()), body);
        String to = appendEventId ? url.append(id) : configuredUrl;
        return frame.request("POST", to, id, attempt, body, SIGNATURE, signature);
    }
}
