package dev.posthorn.core.id;

import java.security.GeneralSecurityException;
import java.util.OptionalLong;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns sequence numbers into the UUIDv7 strings the world sees, and back.
 *
 * <p>A public id carries the number itself (48-bit time, 15-bit counter) and a 59-bit tail keyed by
 * this installation: it needs no index of its own and cannot be guessed from its neighbours. The
 * tail is AES-128 over the number, cut to 59 bits. Safe for use by many threads.
 */
public final class PublicIds {
    private static final long TAIL_MASK = (1L << 59) - 1;

    private final ThreadLocal<Tail> tail;

    /** {@code key} is 16 bytes and must stay the same for the life of the data. */
    public PublicIds(byte[] key) {
        SecretKeySpec spec = new SecretKeySpec(key, "AES");
        this.tail = ThreadLocal.withInitial(() -> new Tail(spec));
    }

    public UUID uuid(long seq) {
        long millis = Sequence.millisOf(seq);
        long counter = seq & ((1L << Sequence.COUNTER_BITS) - 1);
        long high = (millis << 16) | 0x7000L | (counter >>> 3);
        long low = (0b10L << 62) | ((counter & 0b111) << 59) | tail.get().of(seq);
        return new UUID(high, low);
    }

    public String text(long seq) {
        return uuid(seq).toString();
    }

    /** The number behind an id of ours; empty for anything this installation did not make. */
    public OptionalLong seq(String text) {
        return UuidText.parse(text).map(this::seq).orElse(OptionalLong.empty());
    }

    private OptionalLong seq(UUID id) {
        long millis = id.getMostSignificantBits() >>> 16;
        long counter =
                ((id.getMostSignificantBits() & 0xFFF) << 3)
                        | ((id.getLeastSignificantBits() >>> 59) & 0b111);
        long seq = (millis << Sequence.COUNTER_BITS) | counter;
        return seq >= 0 && uuid(seq).equals(id) ? OptionalLong.of(seq) : OptionalLong.empty();
    }

    private static final class Tail {
        private final Cipher cipher;
        private final byte[] block = new byte[16];

        Tail(SecretKeySpec key) {
            try {
                cipher = Cipher.getInstance("AES/ECB/NoPadding");
                cipher.init(Cipher.ENCRYPT_MODE, key);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this JVM has no AES", e);
            }
        }

        long of(long seq) {
            for (int i = 0; i < 8; i++) {
                block[i] = (byte) (seq >>> (56 - 8 * i));
                block[8 + i] = 0;
            }
            try {
                cipher.update(block, 0, 16, block, 0);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES refused one block", e);
            }
            long result = 0;
            for (int i = 0; i < 8; i++) {
                result = (result << 8) | (block[i] & 0xFF);
            }
            return result & TAIL_MASK;
        }
    }
}
