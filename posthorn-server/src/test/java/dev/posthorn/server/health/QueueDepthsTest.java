package dev.posthorn.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.core.statistics.Count;
import dev.posthorn.core.statistics.InMemoryStatisticsStore;
import dev.posthorn.core.statistics.StatisticsRange;
import dev.posthorn.core.statistics.StatisticsReader;
import dev.posthorn.core.statistics.StatisticsSubject;
import dev.posthorn.server.dashboard.DashboardFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueDepthsTest {
    private static final long NOW_MS = DashboardFixture.NOW_MS;
    private final InMemoryStatisticsStore store = new InMemoryStatisticsStore();

    @Test
    void adds_up_what_waits_by_organisation_and_in_all() {
        try (DashboardFixture dashboard = new DashboardFixture()) {
            Endpoint ours = dashboard.endpoint("acme", "Ours", "https://acme.example/in");
            Endpoint theirs = dashboard.endpoint("other", "Theirs", "https://other.example/in");
            QueueDepths depths = new QueueDepths(dashboard.directory, store);
            depths.add(
                    List.of(
                            lane(ours.id(), 5),
                            lane(theirs.id(), 7),
                            lane(new EndpointId(99), 1),
                            lane(new EndpointId(98), 0)),
                    NOW_MS);
            assertThat(waiting(StatisticsSubject.ALL)).isEqualTo(13);
            assertThat(waiting(StatisticsSubject.of(ours.organisation()))).isEqualTo(5);
            assertThat(waiting(StatisticsSubject.of(theirs.organisation()))).isEqualTo(7);
        }
    }

    @Test
    void writes_nothing_while_nothing_waits() {
        try (DashboardFixture dashboard = new DashboardFixture()) {
            new QueueDepths(dashboard.directory, store)
                    .add(List.of(lane(new EndpointId(98), 0)), NOW_MS);
            assertThat(waiting(StatisticsSubject.ALL)).isZero();
        }
    }

    private static LaneView lane(EndpointId endpoint, long pending) {
        return new LaneView(endpoint, pending, 0, 8, null, null);
    }

    private long waiting(StatisticsSubject subject) {
        return new StatisticsReader(store)
                .read(subject, StatisticsRange.HOUR, NOW_MS)
                .total()
                .get(Count.WAITING);
    }
}
