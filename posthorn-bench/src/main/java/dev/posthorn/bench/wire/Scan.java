package dev.posthorn.bench.wire;

/** Looks for things in bytes of HTTP. */
public final class Scan {
    private Scan() {}

    /** Position of the first line feed, -1 when there is none before {@code to}. */
    public static int newline(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** {@code lowerCase} is compared with the ASCII letters of the line folded. */
    public static boolean beginsIgnoringCase(byte[] bytes, int from, int to, byte[] lowerCase) {
        if (to - from < lowerCase.length) {
            return false;
        }
        for (int i = 0; i < lowerCase.length; i++) {
            if (folded(bytes[from + i]) != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }

    private static int folded(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b;
    }

    /** Position just after the first occurrence of {@code what}, -1 when there is none. */
    public static int after(byte[] bytes, int from, int to, byte[] what) {
        byte first = what[0];
        for (int i = from; i <= to - what.length; i++) {
            if (bytes[i] == first && isAt(bytes, i, what)) {
                return i + what.length;
            }
        }
        return -1;
    }

    private static boolean isAt(byte[] bytes, int at, byte[] what) {
        for (int i = 1; i < what.length; i++) {
            if (bytes[at + i] != what[i]) {
                return false;
            }
        }
        return true;
    }

    /** The first run of digits, blanks before it skipped; 0 when there is none. */
    public static int number(byte[] bytes, int from, int to) {
        return (int) longNumber(bytes, from, to);
    }

    /** As {@link #number}, up to 18 digits. */
    public static long longNumber(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] == ' ') {
            i++;
        }
        long value = 0;
        while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
            value = value * 10 + (bytes[i] - '0');
            i++;
        }
        return value;
    }
}
