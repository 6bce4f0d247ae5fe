package dev.posthorn.verifier;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as Posthorn does, written apart from the verifier so that both can be wrong on their own.
 */
final class Signer {
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private Signer() {}

    /** The headers that vouch for a body; those of Standard Webhooks come with every profile. */
    static Map<String, String> headers(
            WebhookProfile profile, String id, long seconds, byte[] body) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String names = profile == WebhookProfile.SVIX ? "svix-" : "webhook-";
        byte[] key = Base64.getDecoder().decode(SECRET.substring("whsec_".length()));
        headers.put(names + "id", id);
        headers.put(names + "timestamp", Long.toString(seconds));
        headers.put(names + "signature", "v1," + base64(hmac(key, id + "." + seconds, body)));
        byte[] own = hmac(SECRET.getBytes(UTF_8), Long.toString(seconds), body);
        if (profile == WebhookProfile.RICLOUD) {
            headers.put("Ricloud-Signature", "t=" + seconds + ",s=" + base64(own));
        } else if (profile == WebhookProfile.FASTCOMMENTS) {
            headers.put("token", SECRET);
            headers.put("X-FastComments-Timestamp", Long.toString(seconds));
            headers.put("X-FastComments-Signature", "sha256=" + HexFormat.of().formatHex(own));
        }
        return headers;
    }

    private static byte[] hmac(byte[] key, String head, byte[] body) {
        var content = new ByteArrayOutputStream();
        content.writeBytes((head + ".").getBytes(US_ASCII));
        content.writeBytes(body);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(content.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
