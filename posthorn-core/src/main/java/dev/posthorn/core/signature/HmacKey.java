package dev.posthorn.core.signature;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key for HMAC-SHA256, prepared once. A copy of the prepared state signs faster than a fresh
 * start with the key, and since the original is only ever copied, any number of threads may use it.
 */
final class HmacKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] NOTHING = {};

    private final Mac prepared;

    /** {@code key} is one byte or more. */
    HmacKey(byte[] key) {
        try {
            prepared = Mac.getInstance(ALGORITHM);
            prepared.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no " + ALGORITHM, e);
        }
        // Even nothing makes the key's first block go in, which is then done for every copy.
        prepared.update(NOTHING);
    }

    /** The 32 bytes over {@code head} followed by {@code body}. */
    byte[] sign(byte[] head, byte[] body) {
        Mac mac = copy();
        mac.update(head);
        mac.update(body);
        return mac.doFinal();
    }

    private Mac copy() {
        try {
            return (Mac) prepared.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this JVM cannot copy " + ALGORITHM, e);
        }
    }
}
