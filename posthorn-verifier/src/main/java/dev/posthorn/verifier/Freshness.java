package dev.posthorn.verifier;

import dev.posthorn.verifier.WebhookVerificationException.Reason;
import java.time.Duration;
import java.time.Instant;

/** Whether a genuine request was signed about now. */
final class Freshness {
    private Freshness() {}

    /** Refuses what was signed further from {@code now} than {@code tolerance}. */
    static void check(Instant signed, Instant now, Duration tolerance) throws Refusal {
        // Signatures carry whole seconds: a fraction of ours must not count against them.
        Duration age = Duration.ofSeconds(now.getEpochSecond() - signed.getEpochSecond());
        if (age.compareTo(tolerance) > 0) {
            throw new Refusal(Reason.TOO_OLD, "it was signed " + age.toSeconds() + " s ago");
        }
        if (age.negated().compareTo(tolerance) > 0) {
            throw new Refusal(
                    Reason.TOO_NEW, "it was signed " + -age.toSeconds() + " s ahead of our clock");
        }
    }
}
