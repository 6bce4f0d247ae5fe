package dev.posthorn.core.signature;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Key pairs of Standard Webhooks' {@code v1a}: {@code whsk_} is base64 of the 32-byte seed and the
 * 32-byte public key, {@code whpk_} base64 of the public key alone.
 */
public final class Ed25519Keys {
    public static final int SEED_BYTES = 32;

    private static final int PAIR_BYTES = 64;
    private static final String PRIVATE = "whsk_";
    private static final String PUBLIC = "whpk_";

    private Ed25519Keys() {}

    /** {@code seed}: {@link #SEED_BYTES} bytes nobody can foresee. */
    public static Secret generated(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("a key pair needs 32 bytes, got " + seed.length);
        }
        byte[] pair = Arrays.copyOf(seed, PAIR_BYTES);
        System.arraycopy(Ed25519Jdk.publicKey(seed), 0, pair, SEED_BYTES, SEED_BYTES);
        return new Secret(PRIVATE + Base64.getEncoder().encodeToString(pair));
    }

    public static boolean isKeyPair(Secret secret) {
        return secret.text().startsWith(PRIVATE);
    }

    /** What receivers verify with, {@code whpk_…}. */
    public static String publicKey(Secret pair) {
        byte[] bytes = pairBytes(pair);
        return PUBLIC
                + Base64.getEncoder()
                        .encodeToString(Arrays.copyOfRange(bytes, SEED_BYTES, PAIR_BYTES));
    }

    /** What is wrong with somebody's own key pair, as a sentence; empty when nothing is. */
    public static Optional<String> problem(String text) {
        Optional<byte[]> pair =
                text.startsWith(PRIVATE)
                        ? CanonicalBase64.decoded(text.substring(PRIVATE.length()))
                        : Optional.empty();
        if (pair.isEmpty() || pair.get().length != PAIR_BYTES) {
            return Optional.of("must be whsk_ followed by base64 of 64 bytes");
        }
        byte[] seed = Arrays.copyOf(pair.get(), SEED_BYTES);
        return generated(seed).text().equals(text)
                ? Optional.empty()
                : Optional.of("its public key does not belong to its seed");
    }

    static byte[] seed(Secret pair) {
        return Arrays.copyOf(pairBytes(pair), SEED_BYTES);
    }

    private static byte[] pairBytes(Secret pair) {
        Optional<byte[]> bytes =
                isKeyPair(pair)
                        ? CanonicalBase64.decoded(pair.text().substring(PRIVATE.length()))
                        : Optional.empty();
        return bytes.filter(b -> b.length == PAIR_BYTES)
                .orElseThrow(() -> new IllegalArgumentException("not a whsk_ key pair"));
    }
}
