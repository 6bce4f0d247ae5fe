package dev.posthorn.server.store.row;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads what {@link BlobWriter} wrote, in the same order; what follows is ignored. */
final class BlobReader {
    private final byte[] bytes;
    private int position;

    BlobReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[position++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    int count() {
        return Math.toIntExact(number());
    }

    byte[] bytes() {
        return raw(count());
    }

    @Nullable String text() {
        int length = count() - 1;
        if (length < 0) {
            return null;
        }
        position += length;
        return new String(bytes, position - length, length, StandardCharsets.UTF_8);
    }

    String requiredText() {
        String text = text();
        if (text == null) {
            throw new IllegalStateException("damaged blob: no text before byte " + position);
        }
        return text;
    }

    byte[] raw(int length) {
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }
}
