package dev.posthorn.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.EndpointId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatisticsReaderTest {
    private static final long NOW = StatisticsStoreContract.NOW + 34 * 60_000 + 5_000;
    private static final StatisticsSubject SUBJECT = StatisticsSubject.of(new EndpointId(9));

    private final InMemoryStatisticsStore store = new InMemoryStatisticsStore();
    private final StatisticsReader reader = new StatisticsReader(store);

    @ParameterizedTest
    @EnumSource
    void fills_every_bucket_up_to_the_running_one(StatisticsRange range) {
        delivered(NOW);
        Statistics found = reader.read(SUBJECT, range, NOW);
        assertThat(found.buckets()).hasSize(range.buckets());
        assertThat(found.buckets().getFirst().fromMs()).isEqualTo(found.fromMs());
        assertThat(found.buckets().getLast().tally()).isEqualTo(one());
        assertThat(found.buckets().getLast().fromMs()).isBetween(NOW - range.bucketMs() + 1, NOW);
        assertThat(found.total()).isEqualTo(one());
    }

    @Test
    void puts_hours_together_for_a_month() {
        delivered(NOW);
        delivered(NOW - 7 * 3_600_000L);
        delivered(NOW - 29 * 86_400_000L);
        delivered(NOW - 31 * 86_400_000L);
        Statistics found = reader.read(SUBJECT, StatisticsRange.MONTH, NOW);
        assertThat(found.total().get(Count.DELIVERED)).isEqualTo(3);
        assertThat(found.buckets().stream().filter(b -> b.tally().attempts() == 1)).hasSize(3);
    }

    @Test
    void draws_a_sparkline_of_a_day() {
        delivered(NOW);
        delivered(NOW - 23 * 3_600_000L);
        delivered(NOW - 24 * 3_600_000L);
        List<Tally> hours = reader.sparkline(SUBJECT, NOW);
        assertThat(hours).hasSize(24);
        assertThat(hours.getFirst()).isEqualTo(one());
        assertThat(hours.getLast()).isEqualTo(one());
        assertThat(hours.stream().mapToLong(Tally::attempts).sum()).isEqualTo(2);
    }

    private void delivered(long atMs) {
        store.add(List.of(new MinuteTally(SUBJECT, Resolution.MINUTE.slotOf(atMs), one())), atMs);
    }

    private static Tally one() {
        Tally tally = new Tally();
        tally.add(new SampleSettlements(new EndpointId(9)).delivered(1));
        return tally;
    }
}
