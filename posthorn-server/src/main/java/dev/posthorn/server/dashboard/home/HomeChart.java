package dev.posthorn.server.dashboard.home;

import dev.posthorn.core.statistics.Count;
import dev.posthorn.core.statistics.Statistics;
import dev.posthorn.core.statistics.Statistics.Bucket;
import dev.posthorn.core.statistics.Tally;
import dev.posthorn.server.dashboard.words.Words;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * Counts as charts draw them, columns in JSON with seconds since 1970 first; and as a table.
 *
 * @param deliveries delivered and failed attempts, per second
 * @param success per cent of the attempts; null without any
 * @param latency p50, p95 and p99, milliseconds; null without answers
 * @param queue deliveries not settled, as an average
 */
public record HomeChart(
        String deliveries, String success, String latency, String queue, List<Row> rows) {
    private static final double MS = 1000;
    private static final double MINUTE_MS = 60_000;
    private static final double PERCENT = 100;

    /** One bucket in words. */
    public record Row(
            long fromMs, String delivered, String success, String p50, String p95, String p99) {}

    /** {@code waiting}: at present. */
    static HomeChart of(Statistics statistics, long waiting, long nowMs, Words words) {
        List<Bucket> buckets = statistics.buckets();
        long bucketMs = statistics.range().bucketMs();
        Function<Bucket, Double> seconds =
                bucket -> Math.clamp(nowMs - bucket.fromMs(), 1000L, bucketMs) / MS;
        String times = column(buckets, bucket -> Long.toString(bucket.fromMs() / 1000));
        String delivered =
                column(buckets, bucket -> number(good(bucket.tally()) / seconds.apply(bucket)));
        String failed =
                column(buckets, bucket -> number(bad(bucket.tally()) / seconds.apply(bucket)));
        return new HomeChart(
                "[%s,%s,%s]".formatted(times, delivered, failed),
                "[%s,%s]".formatted(times, column(buckets, bucket -> rate(bucket.tally()))),
                "[%s,%s,%s,%s]"
                        .formatted(
                                times,
                                column(buckets, bucket -> millis(bucket.tally(), 0.5)),
                                column(buckets, bucket -> millis(bucket.tally(), 0.95)),
                                column(buckets, bucket -> millis(bucket.tally(), 0.99))),
                "[%s,%s]".formatted(times, depths(buckets, bucketMs, waiting)),
                buckets.reversed().stream()
                        .filter(bucket -> bucket.tally().attempts() > 0)
                        .map(bucket -> row(bucket, seconds.apply(bucket), words))
                        .toList());
    }

    /** The bucket that is running shows what is known best: the present. */
    private static String depths(List<Bucket> buckets, long bucketMs, long waiting) {
        double looks = bucketMs / MINUTE_MS;
        long lastMs = buckets.getLast().fromMs();
        return column(
                buckets,
                bucket ->
                        number(
                                bucket.fromMs() == lastMs
                                        ? waiting
                                        : bucket.tally().get(Count.WAITING) / looks));
    }

    private static Row row(Bucket bucket, double seconds, Words words) {
        Tally tally = bucket.tally();
        return new Row(
                bucket.fromMs(),
                words.decimal(good(tally) / seconds, 2) + " /s",
                percent(tally.successRate(), words),
                Home.span(tally.latency().micros(0.5), words),
                Home.span(tally.latency().micros(0.95), words),
                Home.span(tally.latency().micros(0.99), words));
    }

    private static long good(Tally tally) {
        return tally.get(Count.STATUS_2XX);
    }

    private static long bad(Tally tally) {
        return tally.attempts() - good(tally);
    }

    private static String rate(Tally tally) {
        OptionalDouble rate = tally.successRate();
        return rate.isEmpty() ? "null" : number(rate.getAsDouble() * PERCENT);
    }

    private static String millis(Tally tally, double share) {
        OptionalLong micros = tally.latency().micros(share);
        return micros.isEmpty() ? "null" : number(micros.getAsLong() / MS);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** With the separators of the language; empty when there is no share of anything. */
    static String percent(OptionalDouble share, Words words) {
        if (share.isEmpty()) {
            return "";
        }
        NumberFormat format =
                NumberFormat.getInstance(Locale.forLanguageTag(words.language().tag()));
        format.setMaximumFractionDigits(2);
        return format.format(share.getAsDouble() * PERCENT) + " %";
    }

    private static String column(List<Bucket> buckets, Function<Bucket, String> value) {
        StringJoiner column = new StringJoiner(",", "[", "]");
        buckets.forEach(bucket -> column.add(value.apply(bucket)));
        return column.toString();
    }
}
