package dev.posthorn.verifier;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Secrets whose text is the key. */
final class TextKey {
    private TextKey() {}

    static List<HmacSha256> of(List<String> secrets) {
        return secrets.stream().map(TextKey::of).toList();
    }

    static HmacSha256 of(String secret) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("a secret must not be empty");
        }
        return new HmacSha256(secret.getBytes(StandardCharsets.UTF_8));
    }
}
