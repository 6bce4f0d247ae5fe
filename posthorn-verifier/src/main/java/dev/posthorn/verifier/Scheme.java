package dev.posthorn.verifier;

import dev.posthorn.verifier.WebhookVerdict.Genuine;

/**
 * How one profile signs. Says when, if the signature fits; whether that is fresh is not its part.
 */
interface Scheme {
    Genuine verify(Headers headers, byte[] body) throws Refusal;
}
