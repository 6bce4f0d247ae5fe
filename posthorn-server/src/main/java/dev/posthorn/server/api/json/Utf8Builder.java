package dev.posthorn.server.api.json;

import java.util.Arrays;
import java.util.UUID;

/** Bytes that grow, with the few ways of appending that JSON needs. For one thread. */
final class Utf8Builder {
    /** An event's answer is about 400 bytes; longer documents double their way up. */
    private static final int FIRST_CAPACITY = 512;

    private static final byte[] HEX = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };
    private static final int REPLACEMENT = 0xFFFD;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int length;

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** 0 when there is none. */
    byte last() {
        return length == 0 ? 0 : bytes[length - 1];
    }

    void add(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    void ascii(String text) {
        int count = text.length();
        reserve(count);
        byte[] to = bytes;
        int at = length;
        for (int i = 0; i < count; i++) {
            to[at + i] = (byte) text.charAt(i);
        }
        length = at + count;
    }

    void raw(byte[] json) {
        reserve(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
    }

    /** Exactly {@code count} decimal digits, with leading zeros. */
    void digits(int value, int count) {
        reserve(count);
        int rest = value;
        for (int i = length + count - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    /** The 36-character form. */
    void uuid(UUID id) {
        reserve(36);
        hex(id.getMostSignificantBits(), 60, 8);
        bytes[length++] = '-';
        hex(id.getMostSignificantBits(), 28, 4);
        bytes[length++] = '-';
        hex(id.getMostSignificantBits(), 12, 4);
        bytes[length++] = '-';
        hex(id.getLeastSignificantBits(), 60, 4);
        bytes[length++] = '-';
        hex(id.getLeastSignificantBits(), 44, 12);
    }

    private void hex(long bits, int firstShift, int count) {
        for (int i = 0, shift = firstShift; i < count; i++, shift -= 4) {
            bytes[length++] = HEX[(int) (bits >>> shift) & 0xF];
        }
    }

    /** The inside of a JSON string; half a surrogate pair becomes U+FFFD. */
    void escaped(String text) {
        int plain = plainPrefix(text);
        for (int i = plain; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                escapedAscii(c);
            } else if (!Character.isSurrogate(c)) {
                utf8(c);
            } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                utf8(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                utf8(REPLACEMENT);
            }
        }
    }

    /** Copies what needs no escape, up to the first character that does: mostly that is all. */
    private int plainPrefix(String text) {
        int count = text.length();
        reserve(count);
        byte[] to = bytes;
        int at = length;
        int i = 0;
        while (i < count) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x80 || c == '"' || c == '\\') {
                break;
            }
            to[at + i++] = (byte) c;
        }
        length = at + i;
        return i;
    }

    private void escapedAscii(char c) {
        reserve(6);
        switch (c) {
            case '"', '\\' -> escape(c);
            case '\n' -> escape('n');
            case '\r' -> escape('r');
            case '\t' -> escape('t');
            default -> {
                if (c >= ' ') {
                    bytes[length++] = (byte) c;
                } else {
                    ascii("\\u00");
                    hex(c, 4, 2);
                }
            }
        }
    }

    private void escape(char c) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) c;
    }

    private void utf8(int codePoint) {
        reserve(4);
        if (codePoint < 0x800) {
            bytes[length++] = (byte) (0xC0 | codePoint >>> 6);
        } else if (codePoint < 0x10000) {
            bytes[length++] = (byte) (0xE0 | codePoint >>> 12);
            bytes[length++] = continuation(codePoint >>> 6);
        } else {
            bytes[length++] = (byte) (0xF0 | codePoint >>> 18);
            bytes[length++] = continuation(codePoint >>> 12);
            bytes[length++] = continuation(codePoint >>> 6);
        }
        bytes[length++] = continuation(codePoint);
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
