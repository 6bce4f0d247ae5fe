package dev.posthorn.core.wire;

import java.util.Arrays;

/**
 * Puts a JSON text together as UTF-8 bytes: fixed parts and published data are copied, only ids and
 * names of ours are ever escaped. For one thread.
 */
public final class JsonBytes {
    /** What {@link #time} adds. */
    public static final int TIME_BYTES = 26;

    private byte[] bytes;
    private int length;

    /** {@code expected} bytes: when it is exact, nothing is copied at the end. */
    public JsonBytes(int expected) {
        this.bytes = new byte[expected];
    }

    /** ASCII that is JSON already. */
    public JsonBytes raw(String ascii) {
        int count = ascii.length();
        room(count);
        for (int i = 0; i < count; i++) {
            bytes[length + i] = (byte) ascii.charAt(i);
        }
        length += count;
        return this;
    }

    /** JSON as it is. */
    public JsonBytes raw(byte[] json) {
        room(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
        return this;
    }

    /** A JSON string, quotes included. */
    public JsonBytes string(String text) {
        return JsonString.isPlain(text)
                ? raw("\"").raw(text).raw("\"")
                : raw(JsonString.escaped(text));
    }

    /** RFC 3339 in UTC with milliseconds, quotes included. */
    public JsonBytes time(long ms) {
        return raw("\"").raw(UtcTime.text(ms)).raw("\"");
    }

    /** All of it; nothing may be added afterwards. */
    public byte[] bytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    private void room(int count) {
        if (count > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, bytes.length * 2));
        }
    }
}
