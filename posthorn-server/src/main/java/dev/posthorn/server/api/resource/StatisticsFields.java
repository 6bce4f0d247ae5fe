package dev.posthorn.server.api.resource;

import dev.posthorn.core.statistics.Count;
import dev.posthorn.core.statistics.LatencySketch;
import dev.posthorn.core.statistics.Statistics;
import dev.posthorn.core.statistics.Tally;
import dev.posthorn.server.api.json.Fields;
import dev.posthorn.server.api.json.JsonWriter;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The resource {@code stats}. */
public final class StatisticsFields implements Fields<StatisticsView> {
    private static final double MICROS_PER_MS = 1000;

    /** Shares are shown to four places. */
    private static final double PLACES = 10_000;

    @Override
    public void write(StatisticsView view, JsonWriter json) {
        Statistics statistics = view.statistics();
        json.text("resource", "stats")
                .id("webhook_config", view.endpoint().seq())
                .text("range", statistics.range().word())
                .time("date_from", statistics.fromMs())
                .number("bucket_s", statistics.range().bucketMs() / 1000);
        counts(statistics.total(), json);
        EndpointFields.missed(view.missed(), json);
        json.name("buckets").beginArray();
        for (Statistics.Bucket bucket : statistics.buckets()) {
            json.beginObject().time("date", bucket.fromMs());
            counts(bucket.tally(), json);
            json.endObject();
        }
        json.endArray();
    }

    private static void counts(Tally tally, JsonWriter json) {
        json.name("states")
                .beginObject()
                .number("delivered", tally.get(Count.DELIVERED))
                .number("failed", tally.get(Count.FAILED))
                .number("cancelled", tally.get(Count.CANCELLED))
                .number("missed", tally.get(Count.MISSED))
                .endObject()
                .number("attempts", tally.attempts())
                .number("retries", tally.get(Count.RETRIES))
                .name("status_classes")
                .beginObject();
        for (Count status : Count.STATUSES) {
            json.number(word(status), tally.get(status));
        }
        json.endObject().decimal("success_rate", rounded(tally.successRate()));
        latency(tally.latency(), json);
    }

    private static String word(Count status) {
        return status == Count.NO_ANSWER ? "none" : status.name().charAt(7) + "xx";
    }

    private static @Nullable Double rounded(OptionalDouble share) {
        return share.isEmpty()
                ? null
                : (Double) (Math.round(share.getAsDouble() * PLACES) / PLACES);
    }

    private static void latency(LatencySketch latency, JsonWriter json) {
        json.name("latency_ms")
                .beginObject()
                .decimal("p50", millis(latency.micros(0.5)))
                .decimal("p95", millis(latency.micros(0.95)))
                .decimal("p99", millis(latency.micros(0.99)))
                .endObject();
    }

    private static @Nullable Double millis(OptionalLong micros) {
        return micros.isEmpty() ? null : (Double) (micros.getAsLong() / MICROS_PER_MS);
    }
}
