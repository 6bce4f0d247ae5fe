package dev.posthorn.cli.endtoend;

import dev.posthorn.cli.receiver.Behaviour;
import dev.posthorn.cli.receiver.Listener;
import dev.posthorn.cli.receiver.ReceivedRequest;
import dev.posthorn.cli.receiver.Receiver;
import dev.posthorn.cli.receiver.Verdict;
import dev.posthorn.client.WebhookConfigFields;
import dev.posthorn.verifier.WebhookHeaders;
import dev.posthorn.verifier.WebhookProfile;
import dev.posthorn.verifier.WebhookVerificationException;
import dev.posthorn.verifier.WebhookVerifier;

/** A receiver as a profile's system has it: checks each request with the verifier, takes it. */
final class ProfileReceiver implements AutoCloseable {
    private static final String SECRET = "whsec_" + "c2VjcmV0IG9mIGEgcmVjZWl2ZXIgaW4gdGVzdHM=";
    private static final int WRONG_TOKEN = 401;

    private final String profile;
    private final WebhookVerifier verifier;
    private final Arrivals arrivals;
    private final Receiver receiver;

    private ProfileReceiver(WebhookProfile profile) {
        this.profile = profile.profileName();
        this.verifier = WebhookVerifier.builder(profile).secret(SECRET).build();
        this.arrivals = new Arrivals(this.profile);
        this.receiver =
                Receiver.start("127.0.0.1", 0, new Listener(this::check, Behaviour.GOOD, arrivals));
    }

    static ProfileReceiver start(WebhookProfile profile) {
        return new ProfileReceiver(profile);
    }

    private Verdict check(ReceivedRequest request) {
        try {
            verifier.verify(WebhookHeaders.of(request.headers()), request.body());
            return new Verdict.Genuine(profile);
        } catch (WebhookVerificationException e) {
            return new Verdict.Forged(WRONG_TOKEN, String.valueOf(e.getMessage()));
        }
    }

    Arrivals arrivals() {
        return arrivals;
    }

    String profile() {
        return profile;
    }

    /** FastComments has three types of events; the others take everything. */
    boolean wants(SampleEvent event) {
        return !profile.equals("fastcomments") || event.type().startsWith("comment.");
    }

    WebhookConfigFields endpoint() {
        return WebhookConfigFields.url("http://127.0.0.1:" + receiver.port() + "/" + profile)
                .name(profile)
                .profile(profile)
                .eventTypes(profile.equals("fastcomments") ? "comment.*" : "*")
                .set("secret", SECRET);
    }

    @Override
    public void close() {
        receiver.close();
    }
}
