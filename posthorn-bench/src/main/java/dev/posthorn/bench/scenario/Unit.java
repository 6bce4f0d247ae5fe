package dev.posthorn.bench.scenario;

import java.util.Locale;

/** What a figure counts. */
public enum Unit {
    PER_SECOND("/s", 0),
    MILLIS(" ms", 1),
    SECONDS(" s", 2),
    TIMES("", 2),
    PER_CENT(" %", 2),
    MIB(" MiB", 0),
    BYTES(" B", 0),
    DELIVERIES("", 0);

    private final String suffix;
    private final int digits;

    Unit(String suffix, int digits) {
        this.suffix = suffix;
        this.digits = digits;
    }

    /** Such as {@code 30,000/s}. */
    public String text(double value) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value) + suffix;
    }
}
