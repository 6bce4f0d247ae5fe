package dev.posthorn.server.secretbox;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens what must not be read from a copied disk. A sealed value is a format byte (1), 12
 * random bytes, then AES-256-GCM's output with its tag of 16, bound to its {@link Place}. While the
 * master key changes there are several: the first one seals, all of them open. Safe for use by many
 * threads.
 */
public final class SecretBox {
    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEAD_BYTES = 1 + NONCE_BYTES;

    private final List<SecretKeySpec> keys;
    private final SecureRandom random;

    public SecretBox(MasterKey master, SecureRandom random) {
        this(List.of(master), random);
    }

    /** {@code masters}: the one in use, then those before it. */
    public SecretBox(List<MasterKey> masters, SecureRandom random) {
        this.keys = masters.stream().map(SecretBox::key).toList();
        this.random = random;
    }

    private static SecretKeySpec key(MasterKey master) {
        return new SecretKeySpec(master.derive("secrets at rest", 32), "AES");
    }

    public byte[] seal(Place place, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = new byte[HEAD_BYTES + plain.length + TAG_BITS / 8];
        sealed[0] = FORMAT;
        System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
        try {
            cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, place)
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
        SealBrokenException broken = null;
        for (SecretKeySpec key : keys) {
            try {
                return open(key, place, sealed);
            } catch (GeneralSecurityException e) {
                broken = new SealBrokenException(place, e);
            }
        }
        throw broken == null ? new SealBrokenException(place, null) : broken;
    }

    /** Whether the first key opens it. */
    public boolean isCurrent(Place place, byte[] sealed) {
        if (sealed.length < HEAD_BYTES) {
            return false;
        }
        try {
            open(keys.getFirst(), place, sealed);
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static byte[] open(SecretKeySpec key, Place place, byte[] sealed)
            throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, key, nonce, place)
                .doFinal(sealed, HEAD_BYTES, sealed.length - HEAD_BYTES);
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, Place place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.bytes());
        return cipher;
    }
}
