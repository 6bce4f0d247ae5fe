package dev.posthorn.client.resource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint has been doing.
 *
 * @param webhookConfig id of the endpoint
 * @param range {@code 1h}, {@code 24h}, {@code 7d} or {@code 30d}
 * @param dateFrom where the first bucket begins
 * @param bucketS seconds of a bucket
 * @param states deliveries by how they ended, and events that were missed
 * @param attempts in all
 * @param retries attempts after the first of their delivery
 * @param statusClasses attempts by {@code 2xx} and such; {@code none} without an answer
 * @param successRate which part of the attempts got a 2xx; null without attempts
 * @param latencyMs milliseconds: {@code p50}, {@code p95}, {@code p99}; null without answers
 * @param buckets oldest first; the last one is running
 */
public record Stats(
        String webhookConfig,
        String range,
        @Nullable Instant dateFrom,
        int bucketS,
        Map<String, Long> states,
        long attempts,
        long retries,
        Map<String, Long> statusClasses,
        @Nullable Double successRate,
        @Nullable Map<String, @Nullable Double> latencyMs,
        List<Bucket> buckets) {
    /**
     * A part of the range.
     *
     * @param date when it begins
     * @param states as of the whole
     * @param attempts as of the whole
     * @param retries as of the whole
     * @param statusClasses as of the whole
     * @param successRate as of the whole
     * @param latencyMs as of the whole
     */
    public record Bucket(
            Instant date,
            Map<String, Long> states,
            long attempts,
            long retries,
            Map<String, Long> statusClasses,
            @Nullable Double successRate,
            @Nullable Map<String, @Nullable Double> latencyMs) {}
}
