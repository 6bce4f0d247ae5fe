package dev.posthorn.verifier;

import dev.posthorn.verifier.WebhookVerdict.Refused;
import dev.posthorn.verifier.WebhookVerificationException.Reason;

/** Carries a refusal out of a scheme. Forged requests come in floods: it records no stack. */
final class Refusal extends Exception {
    private final Refused refused;

    Refusal(Reason reason, String message) {
        super(message, null, false, false);
        this.refused = new Refused(reason, message);
    }

    Refused refused() {
        return refused;
    }
}
