package dev.posthorn.server.api.caller;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The tokens callers show: {@code posthorn_} and 32 bytes of chance. Only their hash is kept. */
public final class Tokens {
    public static final int CHANCE_BYTES = 32;

    private static final String PREFIX = "posthorn_";

    private Tokens() {}

    /** {@code chance}: {@link #CHANCE_BYTES} bytes nobody can foresee. */
    public static String token(byte[] chance) {
        if (chance.length != CHANCE_BYTES) {
            throw new IllegalArgumentException("a token needs 32 bytes, got " + chance.length);
        }
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
    }

    /**
     * SHA-256 in lower-case hexadecimal. A token is too long to be guessed: no salt, no stretch.
     */
    public static String hash(String token) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}
