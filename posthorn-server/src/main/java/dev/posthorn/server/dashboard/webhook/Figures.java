package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.server.dashboard.words.Words;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Measured values as people read them: with their unit, no finer than they are meant. */
final class Figures {
    private static final double MICROS_PER_MS = 1000;
    private static final double SECOND_MICROS = 1_000_000;

    private Figures() {}

    /** Empty when there is no share of anything. */
    static String percent(OptionalDouble share, Words words) {
        return share.isEmpty() ? "" : number(share.getAsDouble() * 100, 2, words) + "\u202f%";
    }

    /** Empty when nothing was measured. */
    static String micros(OptionalLong micros, Words words) {
        return micros.isEmpty() ? "" : micros(micros.getAsLong(), words);
    }

    static String micros(long micros, Words words) {
        return micros < SECOND_MICROS
                ? number(micros / MICROS_PER_MS, micros < 10_000 ? 1 : 0, words) + "\u202fms"
                : number(micros / SECOND_MICROS, 1, words) + "\u202fs";
    }

    /** In bytes up to 10,000, in KiB above. */
    static String size(long bytes, Words words) {
        return bytes <= 10_000
                ? words.number(bytes) + "\u202fB"
                : words.number((bytes + 1023) / 1024) + "\u202fKiB";
    }

    private static String number(double value, int places, Words words) {
        NumberFormat format =
                NumberFormat.getInstance(Locale.forLanguageTag(words.language().tag()));
        format.setMaximumFractionDigits(places);
        return format.format(value);
    }
}
