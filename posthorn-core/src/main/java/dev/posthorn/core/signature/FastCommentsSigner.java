package dev.posthorn.core.signature;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Makes the value of {@code X-FastComments-Signature}: {@code sha256=<hex>} over {@code
 * seconds.body}, keyed with the secret's text. Used by many threads.
 */
public final class FastCommentsSigner {
    private static final HexFormat HEX = HexFormat.of();

    private final HmacKey key;

    public FastCommentsSigner(Secret secret) {
        this.key = new HmacKey(Secrets.textKey(secret));
    }

    /** {@code timestamp}: seconds since 1970. */
    public String sign(String timestamp, byte[] body) {
        byte[] head = (timestamp + '.').getBytes(StandardCharsets.ISO_8859_1);
        return "sha256=" + HEX.formatHex(key.sign(head, body));
    }
}
