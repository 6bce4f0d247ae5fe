package dev.posthorn.verifier;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;

/** Public keys of Standard Webhooks' {@code v1a}: {@code whpk_} and base64 of 32 bytes. */
final class PublicKeys {
    private static final String PREFIX = "whpk_";
    private static final int KEY_BYTES = 32;

    /** What X.509 puts before a raw Ed25519 key, RFC 8410 section 4. */
    private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private final List<PublicKey> keys;

    PublicKeys(List<String> texts) {
        this.keys = texts.stream().map(PublicKeys::key).toList();
    }

    boolean fits(byte[] signature, byte[] head, byte[] body) {
        return keys.stream().anyMatch(key -> fits(key, signature, head, body));
    }

    private static boolean fits(PublicKey key, byte[] signature, byte[] head, byte[] body) {
        try {
            Signature verification = Signature.getInstance("Ed25519");
            verification.initVerify(key);
            verification.update(head);
            verification.update(body);
            return verification.verify(signature);
        } catch (GeneralSecurityException e) {
            // The JDK throws on signatures that are none, such as of another length.
            return false;
        }
    }

    private static PublicKey key(String text) {
        byte[] raw =
                StandardKey.decoded(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "")
                        .filter(bytes -> bytes.length == KEY_BYTES)
                        .orElseThrow(PublicKeys::malformed);
        byte[] encoded = new byte[X509_HEAD.length + KEY_BYTES];
        System.arraycopy(X509_HEAD, 0, encoded, 0, X509_HEAD.length);
        System.arraycopy(raw, 0, encoded, X509_HEAD.length, KEY_BYTES);
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a public key is not a point of its curve", e);
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("a public key is whpk_ followed by base64 of 32 bytes");
    }
}
