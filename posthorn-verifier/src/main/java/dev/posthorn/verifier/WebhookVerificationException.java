package dev.posthorn.verifier;

import dev.posthorn.verifier.WebhookVerdict.Refused;

/**
 * A request that must not be trusted. Answer it with 401 or 400 and say no more than that; the
 * message is for the receiver's own log.
 */
public final class WebhookVerificationException extends Exception {
    private static final long serialVersionUID = 1L;

    /** As in the verdict. */
    private final Reason reason;

    WebhookVerificationException(Refused refused) {
        super(refused.message());
        this.reason = refused.reason();
    }

    /**
     * Why, as one of a few.
     *
     * @return the reason, as in {@link WebhookVerdict.Refused}
     */
    public Reason reason() {
        return reason;
    }

    /** Why, to count and to look into; of no concern to whoever sent it. */
    public enum Reason {
        /** A header the signature needs is not there. */
        MISSING_HEADER,
        /** The timestamp is not a number of seconds. */
        MALFORMED_TIMESTAMP,
        /** The signature's header does not have the form it should. */
        MALFORMED_SIGNATURE,
        /** The token is not one of the secrets. */
        WRONG_TOKEN,
        /** No signature fits body, timestamp and secrets. */
        WRONG_SIGNATURE,
        /** Rightly signed, but longer ago than tolerated: perhaps a repeat. */
        TOO_OLD,
        /** Rightly signed, but at a time too far ahead: one of the clocks is wrong. */
        TOO_NEW
    }
}
