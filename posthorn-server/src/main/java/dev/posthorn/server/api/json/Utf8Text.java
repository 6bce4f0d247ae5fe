package dev.posthorn.server.api.json;

import java.nio.charset.StandardCharsets;

/** Bodies as text: what is not UTF-8 shows as U+FFFD, but a cut never splits a character. */
public final class Utf8Text {
    private static final int LONGEST_CHARACTER = 4;

    private Utf8Text() {}

    public static String of(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The first {@code length} bytes of something longer, less a character that was cut in two. */
    public static String cut(byte[] body, int length) {
        int last = length - 1;
        while (last > 0 && length - last < LONGEST_CHARACTER && isContinuation(body[last])) {
            last--;
        }
        boolean split = last >= 0 && last + bytesOfCharacter(body[last]) > length;
        return new String(body, 0, split ? last : length, StandardCharsets.UTF_8);
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xC0) == 0x80;
    }

    private static int bytesOfCharacter(byte lead) {
        int ones = Integer.numberOfLeadingZeros(~(lead << 24));
        return ones < 2 ? 1 : ones;
    }
}
