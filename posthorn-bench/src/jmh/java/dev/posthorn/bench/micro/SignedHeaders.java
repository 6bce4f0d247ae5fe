package dev.posthorn.bench.micro;

import dev.posthorn.verifier.WebhookProfile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The headers that vouch for a request, as cheap to look up as a server's own. */
final class SignedHeaders {
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private SignedHeaders() {}

    static Map<String, String> of(WebhookProfile profile, long seconds, byte[] body) {
        var headers = new HashMap<String, String>();
        String names = profile == WebhookProfile.SVIX ? "svix-" : "webhook-";
        byte[] key = Base64.getDecoder().decode(SECRET.substring("whsec_".length()));
        headers.put(names + "id", "id-1");
        headers.put(names + "timestamp", Long.toString(seconds));
        headers.put(names + "signature", "v1," + base64(hmac(key, "id-1." + seconds, body)));
        byte[] text = SECRET.getBytes(StandardCharsets.UTF_8);
        byte[] own = hmac(text, Long.toString(seconds), body);
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
        content.writeBytes((head + ".").getBytes(StandardCharsets.US_ASCII));
        content.writeBytes(body);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(content.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
