package dev.posthorn.core.wire;

/** Compares names in a JSON text, which may be written with escapes. */
final class JsonKey {
    private static final int ESCAPE_LENGTH = 6;

    private JsonKey() {}

    /** {@code from} and {@code to} enclose the name with its quotes; {@code name} is letters. */
    static boolean equals(byte[] json, int from, int to, String name) {
        int at = from + 1;
        for (int i = 0; i < name.length(); i++) {
            if (at >= to - 1) {
                return false;
            }
            boolean escaped = json[at] == '\\';
            int c = escaped ? escape(json, at, to) : json[at];
            if (c != name.charAt(i)) {
                return false;
            }
            at += escaped ? ESCAPE_LENGTH : 1;
        }
        return at == to - 1;
    }

    /** What a backslash, {@code u} and four digits stand for; -1 for any other escape. */
    private static int escape(byte[] json, int at, int to) {
        if (at + ESCAPE_LENGTH > to || json[at + 1] != 'u') {
            return -1;
        }
        int c = 0;
        for (int i = at + 2; i < at + ESCAPE_LENGTH; i++) {
            int digit = Character.digit(json[i], 16);
            if (digit < 0) {
                return -1;
            }
            c = c * 16 + digit;
        }
        return c;
    }
}
