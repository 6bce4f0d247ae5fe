package dev.posthorn.core.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON bytes exactly as they were published, UTF-8. The array is shared, never copied and never
 * changed by anyone: this is the hot path.
 */
public final class Payload {
    private final byte[] bytes;

    public Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The length only: what people publish does not belong in logs. */
    @Override
    public String toString() {
        return "Payload[" + bytes.length + " bytes]";
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
