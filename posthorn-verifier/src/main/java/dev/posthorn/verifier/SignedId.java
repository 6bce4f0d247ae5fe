package dev.posthorn.verifier;

import java.util.List;
import java.util.Optional;

/**
 * The event's id for profiles whose own signature leaves it out: the headers of Standard Webhooks,
 * which come with every request, cover it. An id nobody signed is none, or a request caught on the
 * way could be repeated under another.
 */
final class SignedId {
    private static final String PREFIX = "webhook-";
    private static final List<String> NAMES = List.of("id", "timestamp", "signature");

    private final StandardScheme standard;

    SignedId(List<String> secrets) {
        this.standard = new StandardScheme(PREFIX, StandardKey.ofAnyForm(secrets), List.of());
    }

    /** Empty without any of the three headers; refuses those that do not fit. */
    Optional<String> of(Headers headers, byte[] body) throws Refusal {
        boolean signed = NAMES.stream().anyMatch(name -> headers.find(PREFIX + name).isPresent());
        return signed ? standard.verify(headers, body).id() : Optional.empty();
    }
}
