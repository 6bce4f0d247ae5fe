package dev.posthorn.core.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * How secrets are made, checked and turned into keys. Source of the {@code whsec_} form: Standard
 * Webhooks 1.0.0.
 */
public final class Secrets {
    /** Bytes of chance in a secret we make. */
    public static final int GENERATED_BYTES = 32;

    /** Below that a secret can be guessed; above it no receiver's configuration holds it. */
    public static final int MIN_LENGTH = 16;

    public static final int MAX_LENGTH = 256;

    /** Bounds Standard Webhooks sets to a key, bytes. */
    public static final int MIN_KEY_BYTES = 24;

    public static final int MAX_KEY_BYTES = 64;

    private static final String PREFIX = "whsec_";

    private Secrets() {}

    /** {@code chance}: {@link #GENERATED_BYTES} bytes nobody can foresee. */
    public static Secret generated(byte[] chance) {
        if (chance.length != GENERATED_BYTES) {
            throw new IllegalArgumentException("a secret needs 32 bytes, got " + chance.length);
        }
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(chance));
    }

    /** What is wrong with somebody's own secret, as a sentence; empty when nothing is. */
    public static Optional<String> problem(String text, SecretForm form) {
        if (text.length() < MIN_LENGTH || text.length() > MAX_LENGTH) {
            return Optional.of("must have 16 to 256 characters");
        }
        if (!text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return Optional.of("must be printable ASCII");
        }
        // A header's value loses the blanks at its ends, and the secret travels in one.
        if (text.startsWith(" ") || text.endsWith(" ")) {
            return Optional.of("must not begin or end with a blank");
        }
        if (Ed25519Keys.isKeyPair(new Secret(text))) {
            return Optional.of("is a key pair, which only options.signature ed25519 takes");
        }
        if (form == SecretForm.STANDARD_WEBHOOKS && decoded(text).isEmpty()) {
            return Optional.of("must be whsec_ followed by base64 of 24 to 64 bytes");
        }
        return Optional.empty();
    }

    /** The key Standard Webhooks signs with: decoded when it is of that form, else the text. */
    public static byte[] standardKey(Secret secret) {
        return decoded(secret.text()).orElseGet(() -> textKey(secret));
    }

    /** The key of profiles whose receivers use the text as it stands. */
    public static byte[] textKey(Secret secret) {
        return secret.text().getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<byte[]> decoded(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return CanonicalBase64.decoded(text.substring(PREFIX.length()))
                .filter(key -> key.length >= MIN_KEY_BYTES && key.length <= MAX_KEY_BYTES);
    }
}
