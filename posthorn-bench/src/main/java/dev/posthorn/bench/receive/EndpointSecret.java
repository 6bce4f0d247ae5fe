package dev.posthorn.bench.receive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Every endpoint has a secret of its own, so that a request signed for another one is noticed. */
public final class EndpointSecret {
    private static final String PREFIX = "whsec_";

    private EndpointSecret() {}

    /** The text the server is given, {@code whsec_} and base64 of 32 bytes. */
    public static String text(int endpoint) {
        return PREFIX + Base64.getEncoder().encodeToString(bytes(endpoint));
    }

    static byte[] bytes(int endpoint) {
        try {
            byte[] seed = ("posthorn bench " + endpoint).getBytes(StandardCharsets.US_ASCII);
            return MessageDigest.getInstance("SHA-256").digest(seed);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}
