package dev.posthorn.verifier;

import dev.posthorn.verifier.WebhookVerificationException.Reason;
import java.time.Instant;
import java.util.Optional;

/** What a request turned out to be. */
public sealed interface WebhookVerdict {
    /**
     * Signed by the sender, about now.
     *
     * @param id the event's, the same on every try: what a {@link ReplayGuard} drops repeats by.
     *     Empty when no signature covers one: when a request of the profiles {@code ricloud} or
     *     {@code fastcomments} lost its {@code webhook-…} headers on the way here
     * @param signed when it was signed; every try is signed anew
     */
    record Genuine(Optional<String> id, Instant signed) implements WebhookVerdict {}

    /**
     * Not to be trusted: answer 401 or 400 and say no more than that.
     *
     * @param reason to count and to act on
     * @param message why, in a sentence for the receiver's own log; of no concern to whoever sent
     *     the request
     */
    record Refused(Reason reason, String message) implements WebhookVerdict {}
}
