package dev.posthorn.verifier;

import dev.posthorn.verifier.WebhookVerificationException.Reason;
import java.time.Instant;

/** Timestamps as signed: decimal seconds since 1970, digits and nothing else. */
final class Timestamps {
    /** Enough for the next thirty thousand years. */
    private static final int MAX_DIGITS = 12;

    private Timestamps() {}

    static Instant parse(String text) throws Refusal {
        boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (text.isEmpty() || !digits || text.length() > MAX_DIGITS) {
            throw new Refusal(
                    Reason.MALFORMED_TIMESTAMP, "the timestamp is not a number of seconds");
        }
        return Instant.ofEpochSecond(Long.parseLong(text));
    }
}
