package dev.posthorn.core.profile.cloudevents;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.profile.AttemptContext;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.TestCall;
import dev.posthorn.core.profile.TestCall.Moment;
import java.util.List;

/**
 * Asks the receiver for its consent, as "HTTP 1.1 Web Hooks for Event Delivery" section 4 has it:
 * an OPTIONS request that names who will send and how much.
 */
final class Handshake {
    /** What one endpoint can be sent when nobody limits it: 2,000 in a second. */
    private static final long MOST_PER_MINUTE = 120_000;

    private static final String REQUEST_RATE = "WebHook-Request-Rate";
    private static final byte[] NO_BODY = {};

    private Handshake() {}

    static TestCall call(Endpoint endpoint, SenderIdentity identity) {
        return new TestCall(
                null,
                new Consent(identity.origin()),
                moment -> request(endpoint, identity, moment));
    }

    private static OutgoingRequest request(
            Endpoint endpoint, SenderIdentity identity, Moment moment) {
        return Frames.of(endpoint, identity, "application/cloudevents+json", List.of(REQUEST_RATE))
                .request(
                        "OPTIONS",
                        endpoint.settings().url(),
                        identity.ids().text(moment.eventId().seq()),
                        new AttemptContext(1, moment.nowMs()),
                        NO_BODY,
                        REQUEST_RATE,
                        Long.toString(wantedPerMinute(endpoint)));
    }

    private static long wantedPerMinute(Endpoint endpoint) {
        Double perSecond = endpoint.settings().ratePerSecond();
        return perSecond == null ? MOST_PER_MINUTE : Math.max(1, (long) (perSecond * 60));
    }
}
