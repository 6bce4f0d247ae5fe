package dev.posthorn.server.dashboard.shown;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.server.dashboard.words.Words;

/** Why an endpoint is in its state: our codes in words, what a test found as it was written. */
public final class StateReason {
    private StateReason() {}

    /** A sentence; empty when there is nothing to say. */
    public static String of(Endpoint endpoint, Words words) {
        String reason = endpoint.stateReason();
        return switch (reason) {
            case null -> "";
            case Endpoint.GONE -> words.say("webhook.reason.gone");
            case Endpoint.NOT_TESTED -> words.say("webhook.reason.not-tested");
            default -> reason;
        };
    }
}
