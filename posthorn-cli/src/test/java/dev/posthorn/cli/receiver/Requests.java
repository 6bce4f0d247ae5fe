package dev.posthorn.cli.receiver;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.SampleEndpoints;
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
