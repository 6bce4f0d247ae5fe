package dev.posthorn.verifier;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key for HMAC-SHA256, used by any number of threads. */
final class HmacSha256 {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** Keyed once; copies of it sign. Looking the algorithm up costs as much as signing 1 KiB. */
    private final Mac keyed;

    HmacSha256(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.keyed = keyed();
    }

    /** The 32 bytes over {@code head} followed by {@code body}. */
    byte[] of(byte[] head, byte[] body) {
        Mac mac = copy();
        mac.update(head);
        return mac.doFinal(body);
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            // A provider may leave copying out; the JDK's own does not.
            return keyed();
        }
    }

    private Mac keyed() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no " + ALGORITHM, e);
        }
    }
}
