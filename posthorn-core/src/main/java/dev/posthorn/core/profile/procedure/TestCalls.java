package dev.posthorn.core.profile.procedure;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.profile.AttemptContext;
import dev.posthorn.core.profile.Expectation;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.TestCall;
import dev.posthorn.core.profile.TestCall.Moment;
import dev.posthorn.core.signature.Ed25519Keys;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.core.signature.Secrets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of a test are rendered as deliveries are, so that a test shows what deliveries will do. */
public final class TestCalls {
    private final Profile profile;
    private final Endpoint endpoint;
    private final SenderIdentity identity;

    public TestCalls(Profile profile, Endpoint endpoint, SenderIdentity identity) {
        this.profile = profile;
        this.endpoint = endpoint;
        this.identity = identity;
    }

    public TestCall genuine(Specimen specimen, Expectation expectation) {
        return new TestCall(
                specimen.type().slug(), expectation, moment -> render(endpoint, specimen, moment));
    }

    /** As a stranger would make it: all right but for the secret, in token and signatures alike. */
    public TestCall forged(Specimen specimen, Expectation expectation) {
        return new TestCall(
                specimen.type().slug(),
                expectation,
                moment -> render(forgedEndpoint(moment), specimen, moment));
    }

    private OutgoingRequest render(Endpoint as, Specimen specimen, Moment moment) {
        return profile.renderer(as, identity)
                .render(specimen.event(as, moment), new AttemptContext(1, moment.nowMs()));
    }

    private Endpoint forgedEndpoint(Moment moment) {
        Secret pair = endpoint.secrets().ed25519();
        var forged =
                new EndpointSecrets(moment.forged(), List.of(), forgedPair(pair, moment.forged()));
        return endpoint.withSecrets(forged, moment.nowMs());
    }

    private static @Nullable Secret forgedPair(@Nullable Secret real, Secret forged) {
        return real == null ? null : Ed25519Keys.generated(Secrets.standardKey(forged));
    }
}
