package dev.posthorn.bench.receive;

import dev.posthorn.bench.wire.Head;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies {@code webhook-signature} as Standard Webhooks defines it, written here a third time so
 * that the rig trusts neither the signer nor the verifier under test.
 */
final class SignatureCheck {
    private static final String ALGORITHM = "HmacSHA256";

    private SignatureCheck() {}

    static boolean holds(byte[] bytes, Head head, int endpoint) {
        String prefix =
                head.header(bytes, "webhook-id")
                        + "."
                        + head.header(bytes, "webhook-timestamp")
                        + ".";
        String expected = "v1," + hmac(endpoint, prefix, bytes, head);
        String header = head.header(bytes, "webhook-signature");
        return List.of(header.split(" ", -1)).contains(expected);
    }

    private static String hmac(int endpoint, String prefix, byte[] bytes, Head head) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(EndpointSecret.bytes(endpoint), ALGORITHM));
            mac.update(prefix.getBytes(StandardCharsets.US_ASCII));
            mac.update(bytes, head.bodyStart(), head.end() - head.bodyStart());
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no " + ALGORITHM, e);
        }
    }
}
