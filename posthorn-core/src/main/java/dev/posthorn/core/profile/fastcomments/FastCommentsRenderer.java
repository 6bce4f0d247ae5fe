package dev.posthorn.core.profile.fastcomments;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.endpoint.ProfileOptions.DeleteBody;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.profile.AttemptContext;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.RequestRenderer;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.request.RequestFrame;
import dev.posthorn.core.signature.FastCommentsSigner;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.core.signature.StandardSigner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The data as published; a delete carries only the id unless its owner wants it whole. */
final class FastCommentsRenderer implements RequestRenderer {
    private static final String TIMESTAMP = "X-FastComments-Timestamp";
    private static final String SIGNATURE = "X-FastComments-Signature";
    private static final String DELETED = "deleted";
    private static final Map<String, String> METHODS =
            Map.of("created", "PUT", "updated", "PUT", DELETED, "DELETE");

    private final RequestFrame frame;
    private final FastCommentsSigner signer;
    private final PublicIds ids;
    private final String url;
    private final Map<String, String> methods;
    private final DeleteBody deleteBody;

    FastCommentsRenderer(Endpoint endpoint, SenderIdentity identity) {
        Secret secret = endpoint.secrets().current();
        this.frame =
                RequestFrame.of(
                        endpoint,
                        identity,
                        StandardSigner.hmac(endpoint.secrets()),
                        "application/json",
                        List.of("token", secret.text()),
                        List.of(TIMESTAMP, SIGNATURE));
        this.signer = new FastCommentsSigner(secret);
        this.ids = identity.ids();
        this.url = endpoint.settings().url();
        this.methods = methods(endpoint.settings().options());
        this.deleteBody = endpoint.settings().options().deleteBody();
    }

    @Override
    public OutgoingRequest render(Event event, AttemptContext attempt) {
        String action = event.type().action();
        byte[] body =
                action.equals(DELETED) && deleteBody == DeleteBody.ID
                        ? DeletedComment.body(event)
                        : event.data().bytes();
        String timestamp = Long.toString(attempt.timestampSeconds());
        return frame.request(
                methods.getOrDefault(action, "POST"),
                url,
                ids.text(event.id().seq()),
                attempt,
                body,
                TIMESTAMP,
                timestamp,
                SIGNATURE,
                signer.sign(timestamp, body));
    }

    private static Map<String, String> methods(ProfileOptions options) {
        Map<String, String> methods = new HashMap<>(METHODS);
        methods.putAll(options.methods());
        return Map.copyOf(methods);
    }
}
