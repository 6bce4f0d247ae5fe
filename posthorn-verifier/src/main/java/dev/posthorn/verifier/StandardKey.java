package dev.posthorn.verifier;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Secrets of Standard Webhooks: {@code whsec_} and base64 of 24 to 64 bytes, which are the key. */
final class StandardKey {
    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;

    private StandardKey() {}

    /** With or without the prefix, and nothing else. */
    static List<HmacSha256> of(List<String> secrets) {
        return secrets.stream().map(StandardKey::strict).toList();
    }

    /** Profiles that take any text as a secret sign with its bytes when it is not of that form. */
    static List<HmacSha256> ofAnyForm(List<String> secrets) {
        return secrets.stream()
                .map(secret ->
                        secret.startsWith(PREFIX)
                                ? key(secret).orElseGet(() -> TextKey.of(secret))
                                : TextKey.of(secret))
                .toList();
    }

    private static HmacSha256 strict(String secret) {
        return key(secret)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "a secret is whsec_ followed by base64 of 24 to 64 bytes"));
    }

    private static Optional<HmacSha256> key(String secret) {
        String base64 = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
        return decoded(base64)
                .filter(bytes -> bytes.length >= MIN_BYTES && bytes.length <= MAX_BYTES)
                .map(HmacSha256::new);
    }

    /** The JDK's decoder also takes what is not padded or not canonical; no sender writes that. */
    static Optional<byte[]> decoded(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Base64.getEncoder().encodeToString(bytes).equals(base64)
                    ? Optional.of(bytes)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
