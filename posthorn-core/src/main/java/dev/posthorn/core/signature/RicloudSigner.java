package dev.posthorn.core.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Makes the value of {@code Ricloud-Signature}: {@code t=<seconds>,s=<base64>} over {@code
 * seconds.body}, keyed with the secret's text. Its receivers can read one signature only, so a
 * rotated secret signs at once and alone. Used by many threads.
 */
public final class RicloudSigner {
    private final HmacKey key;

    public RicloudSigner(Secret secret) {
        this.key = new HmacKey(Secrets.textKey(secret));
    }

    /** {@code timestamp}: seconds since 1970. */
    public String sign(String timestamp, byte[] body) {
        byte[] head = (timestamp + '.').getBytes(StandardCharsets.ISO_8859_1);
        byte[] signature = Base64.getEncoder().encode(key.sign(head, body));
        return "t=" + timestamp + ",s=" + new String(signature, StandardCharsets.ISO_8859_1);
    }
}
