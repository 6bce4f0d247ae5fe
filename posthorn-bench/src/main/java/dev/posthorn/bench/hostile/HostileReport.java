package dev.posthorn.bench.hostile;

import dev.posthorn.bench.ledger.Latency;
import java.util.Locale;

/**
 * What came of it.
 *
 * @param attempts connections made to hostile receivers
 * @param alone publish to first byte at the honest receivers, without hostile ones; microseconds
 * @param beside the same while hostile ones had their attempts
 * @param rssBefore bytes resident before the first hostile attempt
 * @param rssAfter bytes resident after the last one has ended
 * @param undelivered honest deliveries that did not arrive
 */
record HostileReport(
        long attempts,
        Latency alone,
        Latency beside,
        long rssBefore,
        long rssAfter,
        long undelivered) {
    private static final double MOST_SLOWER = 1.5;
    private static final long MOST_BYTES_MORE = 50L << 20;

    double ratio() {
        return (double) beside.p99() / Math.max(1, alone.p99());
    }

    /** Whether what is promised held. */
    boolean holds() {
        return undelivered == 0
                && ratio() <= MOST_SLOWER
                && rssAfter - rssBefore <= MOST_BYTES_MORE;
    }

    String text() {
        return String.format(
                Locale.ROOT,
                """
                %d attempts at %d kinds of hostile receivers
                honest ones, publish to first byte: p50 %d us alone, %d beside; p99 %d alone, %d beside (%.2f x)
                honest deliveries that did not arrive: %d
                memory resident: %.0f MiB before, %.0f MiB after (%+.0f)
                """,
                attempts,
                Behaviour.values().length,
                alone.p50(),
                beside.p50(),
                alone.p99(),
                beside.p99(),
                ratio(),
                undelivered,
                mebibytes(rssBefore),
                mebibytes(rssAfter),
                mebibytes(rssAfter - rssBefore));
    }

    private static double mebibytes(long bytes) {
        return (double) bytes / (1 << 20);
    }
}
