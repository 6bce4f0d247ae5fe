package dev.posthorn.bench.ledger;

import org.HdrHistogram.Histogram;

/** Percentiles in microseconds. */
public record Latency(long p50, long p99, long p999, long max) {
    static Latency of(Histogram micros) {
        return new Latency(
                micros.getValueAtPercentile(50),
                micros.getValueAtPercentile(99),
                micros.getValueAtPercentile(99.9),
                micros.getMaxValue());
    }
}
