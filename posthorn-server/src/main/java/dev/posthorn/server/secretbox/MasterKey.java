package dev.posthorn.server.secretbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The installation's one secret, of which every other key is made: HKDF-SHA256 (RFC 5869) without
 * salt, the purpose as its info. Never used as a key itself.
 */
public final class MasterKey {
    public static final int BYTES = 32;

    private final byte[] bytes;

    /** {@code bytes} are {@value #BYTES} random ones. */
    public MasterKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    "the master key has " + bytes.length + " bytes, not " + BYTES);
        }
        this.bytes = bytes.clone();
    }

    /** The same {@code length} bytes for the same purpose, always; unrelated for any other. */
    public byte[] derive(String purpose, int length) {
        byte[] info = ("posthorn " + purpose).getBytes(StandardCharsets.UTF_8);
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(
                            HKDFParameterSpec.ofExtract().addIKM(bytes).thenExpand(info, length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no HKDF", e);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[…]";
    }
}
