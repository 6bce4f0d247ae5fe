package dev.posthorn.verifier;

import dev.posthorn.verifier.WebhookVerificationException.Reason;
import java.util.Optional;
import java.util.function.Function;

/** The headers of one request. */
record Headers(Function<String, String> lookup) {

    String required(String name) throws WebhookVerificationException {
        return Optional.ofNullable(lookup.apply(name))
                .map(String::trim)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() ->
                        new WebhookVerificationException(
                                Reason.MISSING_HEADER, "header " + name + " is missing"));
    }
}
