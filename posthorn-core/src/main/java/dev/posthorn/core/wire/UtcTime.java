package dev.posthorn.core.wire;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Times as RFC 3339 has them, in UTC, always with milliseconds: 2026-11-22T10:15:30.120Z. */
public final class UtcTime {
    private static final int LENGTH = 24;
    private static final long DAY_MS = 86_400_000;

    private UtcTime() {}

    /** {@code ms} since 1970, of the years 0 to 9999. */
    public static String text(long ms) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(ms, DAY_MS));
        int ofDay = (int) Math.floorMod(ms, DAY_MS);
        byte[] text = new byte[LENGTH];
        digits(date.getYear(), 4, text, 0, '-');
        digits(date.getMonthValue(), 2, text, 5, '-');
        digits(date.getDayOfMonth(), 2, text, 8, 'T');
        digits(ofDay / 3_600_000, 2, text, 11, ':');
        digits(ofDay / 60_000 % 60, 2, text, 14, ':');
        digits(ofDay / 1_000 % 60, 2, text, 17, '.');
        digits(ofDay % 1_000, 3, text, 20, 'Z');
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void digits(int number, int count, byte[] into, int at, char after) {
        int rest = number;
        for (int i = at + count - 1; i >= at; i--) {
            into[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        into[at + count] = (byte) after;
    }
}
