package dev.posthorn.core.signature;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key for HMAC, prepared once. A copy of the prepared state signs faster than a fresh start with
 * the key, and since the original is only ever copied, any number of threads may use it.
 */
final class HmacKey {
    private static final String SHA256 = "HmacSHA256";
    private static final byte[] NOTHING = {};

    private final Mac prepared;

    /** {@code key} is one byte or more. */
    HmacKey(byte[] key) {
        this(SHA256, key);
    }

    /** {@code algorithm}: as the JDK calls it. */
    HmacKey(String algorithm, byte[] key) {
        try {
            prepared = Mac.getInstance(algorithm);
            prepared.init(new SecretKeySpec(key, algorithm));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no " + algorithm, e);
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

    /** Over the parts one after another; as long as the algorithm makes it. */
    byte[] sign(byte[][] parts) {
        Mac mac = copy();
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    private Mac copy() {
        try {
            return (Mac) prepared.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this JVM cannot copy " + prepared.getAlgorithm(), e);
        }
    }
}
