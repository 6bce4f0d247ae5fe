package dev.posthorn.verifier;

import java.time.Instant;

/**
 * How one profile signs. Says when, if the signature fits; whether that is fresh is not its part.
 */
interface Scheme {
    Instant verify(Headers headers, byte[] body) throws WebhookVerificationException;
}
