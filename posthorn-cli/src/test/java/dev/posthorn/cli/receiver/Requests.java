package dev.posthorn.cli.receiver;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.SampleEndpoints;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.FastCommentsSigner;
import dev.posthorn.core.signature.RicloudSigner;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.core.signature.StandardSigner;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the profiles send, as it arrives at a receiver. */
final class Requests {
    static final InstantSource CLOCK =
            InstantSource.fixed(Instant.ofEpochMilli(SampleEndpoints.NOW));

    /** Knows the secret of the sample endpoints. */
    static final SignatureCheck CHECK =
            SecretsCheck.of(
                    List.of(
                            "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
                            SampleEndpoints.SECRET.text()),
                    null,
                    CLOCK);

    private Requests() {}

    /** An event of type {@code slug} as {@code profile} sends it. */
    static ReceivedRequest of(String profile, String slug) {
        Endpoint endpoint = SampleEndpoints.endpoint(profile);
        var event =
                SampleEndpoints.event(
                        slug, new EntityId.Text("42"), "{\"id\":\"42\",\"name\":\"Zoë\"}");
        return arrived(SampleEndpoints.render(endpoint, event, 1));
    }

    /** An own secret of the sample endpoints. */
    static final String SECRET = SampleEndpoints.SECRET.text();

    /** A body no profile has, with every signature of {@code request} over it. */
    static ReceivedRequest signed(ReceivedRequest request, byte[] body) {
        String id = request.header("webhook-id").orElseThrow();
        String time = request.header("webhook-timestamp").orElseThrow();
        Secret secret = SampleEndpoints.SECRET;
        String standard =
                StandardSigner.hmac(EndpointSecrets.of(secret))
                        .sign(id, time, body, SampleEndpoints.NOW);
        String fastComments = new FastCommentsSigner(secret).sign(time, body);
        String ricloud = new RicloudSigner(secret).sign(time, body);
        ReceivedRequest signed = withHeader(request, "webhook-signature", _ -> standard);
        signed = withHeader(signed, "x-fastcomments-signature", _ -> fastComments);
        return withBody(withHeader(signed, "ricloud-signature", _ -> ricloud), body);
    }

    static ReceivedRequest arrived(OutgoingRequest request) {
        var headers = new HashMap<String, String>();
        for (int i = 0; i < request.headers().length; i += 2) {
            headers.put(request.headers()[i].toLowerCase(Locale.ROOT), request.headers()[i + 1]);
        }
        return new ReceivedRequest(
                request.method(),
                URI.create(request.url()).getPath(),
                Map.copyOf(headers),
                request.body(),
                CLOCK.instant());
    }

    static ReceivedRequest withHeader(
            ReceivedRequest request, String name, UnaryOperator<String> change) {
        var headers = new HashMap<>(request.headers());
        headers.compute(name, (_, value) -> value == null ? null : change.apply(value));
        return new ReceivedRequest(
                request.method(), request.path(), headers, request.body(), request.arrived());
    }

    static ReceivedRequest withBody(ReceivedRequest request, byte[] body) {
        return new ReceivedRequest(
                request.method(), request.path(), request.headers(), body, request.arrived());
    }
}
