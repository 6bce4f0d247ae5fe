package dev.posthorn.server.secretbox;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens what must not be read from a copied disk. A sealed value is a format byte (1), 12
 * random bytes, then AES-256-GCM's output with its tag of 16, bound to its {@link Place}. Safe for
 * use by many threads.
 */
public final class SecretBox {
    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEAD_BYTES = 1 + NONCE_BYTES;

    private final SecretKeySpec key;
    private final SecureRandom random;

    public SecretBox(MasterKey master, SecureRandom random) {
        this.key = new SecretKeySpec(master.derive("secrets at rest", 32), "AES");
        this.random = random;
    }

    public byte[] seal(Place place, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = new byte[HEAD_BYTES + plain.length + TAG_BITS / 8];
        sealed[0] = FORMAT;
        System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
        try {
            cipher(Cipher.ENCRYPT_MODE, nonce, place)
                    .doFinal(plain, 0, plain.length, sealed, HEAD_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not seal " + place, e);
        }
    }

    /**
     * What was sealed.
     *
     * @throws SealBrokenException when it was sealed for another place, with another key, or
     *     changed
     */
    public byte[] open(Place place, byte[] sealed) {
        if (sealed.length < HEAD_BYTES || sealed[0] != FORMAT) {
            throw new SealBrokenException(place, null);
        }
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, place)
                    .doFinal(sealed, HEAD_BYTES, sealed.length - HEAD_BYTES);
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException(place, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, Place place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.bytes());
        return cipher;
    }
}
