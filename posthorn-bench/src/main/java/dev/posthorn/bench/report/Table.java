package dev.posthorn.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** A report as text for a terminal. */
public final class Table {
    private static final double MIB = 1024.0 * 1024;
    private static final double MICROS_PER_MS = 1000;
    private static final double PER_CENT = 100;
    private static final String ROW = "%-9s %3s %10s %11s %8s %8s %8s %8s %7s %7s %7s %9s %8s %7s";

    private Table() {}

    public static String of(Report report) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add(report.machine().line());
        lines.add(report.load());
        lines.add("");
        lines.add(HEADER);
        report.runs().forEach(run -> lines.add(row(run)));
        lines.add("");
        report.summaries().forEach(summary -> lines.add(line(summary)));
        ratios(report, lines);
        lines.add("");
        report.runs().forEach(run -> lines.add(ledger(run)));
        return lines.toString();
    }

    private static final String HEADER =
            ROW.formatted(
                    "program",
                    "run",
                    "accepted/s",
                    "delivered/s",
                    "p50 ms",
                    "p99 ms",
                    "p99.9 ms",
                    "late ms",
                    "cpu µs",
                    "rig µs",
                    "others",
                    "written B",
                    "rss MiB",
                    "wal MiB");

    private static String row(Run run) {
        return ROW.formatted(
                run.subject(),
                run.number(),
                text(run.acceptedPerSecond(), 0),
                text(run.deliveredPerSecond(), 0),
                ms(run.toReceiver().p50()),
                ms(run.toReceiver().p99()),
                ms(run.toReceiver().p999()),
                ms(run.toSend().p99()),
                text(run.usage().cpuMicros(), 1),
                text(run.usage().rigMicros(), 1),
                text(run.usage().othersShare() * PER_CENT, 0) + "%",
                text(run.usage().writtenBytes(), 0),
                text(run.usage().rssBytes() / MIB, 0),
                text(run.usage().walBytes() / MIB, 0));
    }

    private static String line(Summary summary) {
        return "%s: %s delivered/s, %s µs CPU per delivery (medians), %s bytes on disk per delivery"
                .formatted(
                        summary.subject(),
                        text(summary.deliveredPerSecond(), 0),
                        text(summary.cpuMicros(), 1),
                        text(summary.diskBytes(), 0));
    }

    private static void ratios(Report report, StringJoiner lines) {
        report.throughputRatio()
                .ifPresent(
                        ratio -> lines.add("ratio posthorn/bare, delivered/s: " + text(ratio, 2)));
        report.cpuRatio()
                .ifPresent(ratio ->
                        lines.add("ratio posthorn/bare, CPU per delivery: " + text(ratio, 2)));
    }

    private static String ledger(Run run) {
        String line =
                "ledger %s %d: %s".formatted(run.subject(), run.number(), run.balance().line());
        List<String> objections = run.objections();
        return objections.isEmpty() ? line : line + "\n  VOID: " + String.join("; ", objections);
    }

    private static String ms(long micros) {
        return text(micros / MICROS_PER_MS, 1);
    }

    private static String text(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
