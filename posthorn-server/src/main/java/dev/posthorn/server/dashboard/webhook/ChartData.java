package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.statistics.Count;
import dev.posthorn.core.statistics.Statistics;
import dev.posthorn.core.statistics.Statistics.Bucket;
import dev.posthorn.core.statistics.Tally;
import dev.posthorn.server.dashboard.words.Words;
import java.util.List;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * The same counts twice: for the script that draws them, and as rows for who has none.
 *
 * @param deliveries JSON: seconds since 1970, delivered, failed attempts
 * @param latency JSON: seconds since 1970, p50, p99 in milliseconds; null without answers
 * @param rows of buckets in which something happened, newest first
 */
public record ChartData(String deliveries, String latency, List<Row> rows) {
    private static final double MICROS_PER_MS = 1000;

    /** One bucket in words. */
    public record Row(long fromMs, long delivered, long failed, String median, String high) {}

    static ChartData of(Statistics statistics, Words words) {
        List<Bucket> buckets = statistics.buckets();
        String times = column(buckets, bucket -> Long.toString(bucket.fromMs() / 1000));
        String delivered = column(buckets, bucket -> Long.toString(delivered(bucket.tally())));
        String failed = column(buckets, bucket -> Long.toString(failed(bucket.tally())));
        String median = column(buckets, bucket -> millis(bucket.tally(), 0.5));
        String high = column(buckets, bucket -> millis(bucket.tally(), 0.99));
        return new ChartData(
                "[%s,%s,%s]".formatted(times, delivered, failed),
                "[%s,%s,%s]".formatted(times, median, high),
                buckets.reversed().stream()
                        .filter(bucket -> bucket.tally().attempts() > 0)
                        .map(bucket -> row(bucket, words))
                        .toList());
    }

    private static Row row(Bucket bucket, Words words) {
        Tally tally = bucket.tally();
        return new Row(
                bucket.fromMs(),
                delivered(tally),
                failed(tally),
                Figures.micros(tally.latency().micros(0.5), words),
                Figures.micros(tally.latency().micros(0.99), words));
    }

    private static long delivered(Tally tally) {
        return tally.get(Count.STATUS_2XX);
    }

    private static long failed(Tally tally) {
        return tally.attempts() - delivered(tally);
    }

    private static String millis(Tally tally, double share) {
        OptionalLong micros = tally.latency().micros(share);
        return micros.isEmpty()
                ? "null"
                : Double.toString(Math.round(micros.getAsLong() / 100.0) * 100 / MICROS_PER_MS);
    }

    private static String column(List<Bucket> buckets, Function<Bucket, String> value) {
        StringJoiner column = new StringJoiner(",", "[", "]");
        buckets.forEach(bucket -> column.add(value.apply(bucket)));
        return column.toString();
    }
}
