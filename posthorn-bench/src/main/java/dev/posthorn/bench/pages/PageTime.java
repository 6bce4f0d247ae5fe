package dev.posthorn.bench.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * How long a page took.
 *
 * @param bytes of its last answer
 * @param sortedNanos one for each request
 */
record PageTime(String name, int bytes, long[] sortedNanos) {
    private static final double NANOS_PER_MS = 1_000_000;
    private static final int KIB = 1024;
    private static final String ROW = "%-42s %8s %8s %8s %9s%n";

    static PageTime of(String name, int bytes, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new PageTime(name, bytes, sorted);
    }

    /** Of all requests, the time that {@code share} of them did not exceed. */
    double ms(double share) {
        int at = (int) Math.ceil(share * sortedNanos.length) - 1;
        return sortedNanos[Math.clamp(at, 0, sortedNanos.length - 1)] / NANOS_PER_MS;
    }

    static String table(List<PageTime> times) {
        StringJoiner lines = new StringJoiner("");
        lines.add(String.format(Locale.ROOT, ROW, "page", "p50 ms", "p95 ms", "max ms", "KiB"));
        times.forEach(one -> lines.add(one.row()));
        return lines.toString();
    }

    private String row() {
        return String.format(
                Locale.ROOT, ROW, name, text(0.5), text(0.95), text(1), (bytes + KIB - 1) / KIB);
    }

    private String text(double share) {
        return String.format(Locale.ROOT, "%.1f", ms(share));
    }
}
