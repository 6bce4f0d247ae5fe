package dev.posthorn.core.profile.cloudevents;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.request.RequestFrame;
import dev.posthorn.core.signature.StandardSigner;
import java.util.List;

/** What both modes have in common. */
final class Frames {
    /** Receivers that consented to a sender see its name with every request. */
    static final String ORIGIN = "WebHook-Request-Origin";

    private Frames() {}

    static RequestFrame of(
            Endpoint endpoint, SenderIdentity identity, String contentType, List<String> varying) {
        return RequestFrame.of(
                endpoint,
                identity,
                StandardSigner.hmac(endpoint.secrets()),
                contentType,
                List.of(ORIGIN, identity.origin()),
                varying);
    }

    static String source(Endpoint endpoint, PublicIds ids) {
        return "/organisations/" + ids.text(endpoint.organisation().seq());
    }
}
