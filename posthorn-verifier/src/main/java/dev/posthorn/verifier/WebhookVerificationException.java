package dev.posthorn.verifier;

/** A request that must not be trusted. Answer it with 400 or 401 and say no more than that. */
public final class WebhookVerificationException extends Exception {
    private final Reason reason;

    WebhookVerificationException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

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
