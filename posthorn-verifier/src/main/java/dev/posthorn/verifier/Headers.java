package dev.posthorn.verifier;

import dev.posthorn.verifier.WebhookVerificationException.Reason;
import java.util.Optional;
import java.util.function.Function;

/** The headers of one request. */
record Headers(Function<String, String> lookup) {

    Optional<String> find(String name) {
        return Optional.ofNullable(lookup.apply(name))
                .map(String::trim)
                .filter(value -> !value.isEmpty());
    }

    String required(String name) throws Refusal {
        return find(name)
                .orElseThrow(
                        () -> new Refusal(Reason.MISSING_HEADER, "header " + name + " is missing"));
    }
}
