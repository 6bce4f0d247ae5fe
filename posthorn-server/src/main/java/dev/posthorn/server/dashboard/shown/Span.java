package dev.posthorn.server.dashboard.shown;

import dev.posthorn.server.dashboard.words.Words;

/** Lengths of time and amounts of data with their units. */
public final class Span {
    private static final int MICROS = 1000;
    private static final int KIB = 1024;

    private Span() {}

    /** Microseconds as milliseconds: {@code 0.4 ms}, {@code 163 ms}. */
    public static String ms(long micros, Words words) {
        return micros < MICROS
                ? words.decimal((double) micros / MICROS, 1) + " ms"
                : words.number(micros / MICROS) + " ms";
    }

    /** {@code 241 B}, {@code 12 KiB}. */
    public static String bytes(int bytes, Words words) {
        return bytes < 10 * KIB ? words.number(bytes) + " B" : words.number(bytes / KIB) + " KiB";
    }
}
