package dev.posthorn.server.sqlite.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.DeliveryFilter;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.core.log.EventFilter;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far a list looks. The clock moves only as a test lets it. */
class ListBudgetTest {
    private static final PageRequest TEN = PageRequest.newest(10);

    @TempDir Path folder;

    private final AtomicLong clock = new AtomicLong();
    private volatile long nanosPerLook;
    private TestDatabase database;
    private RowWriter written;

    @BeforeEach
    void open() {
        database = new TestDatabase(folder);
        written = new RowWriter(database, false, () -> clock.addAndGet(nanosPerLook));
    }

    @AfterEach
    void close() {
        written.close();
    }

    @Test
    void a_list_looks_at_twenty_thousand_rows_and_says_where_to_go_on() {
        ManyRows.events(database, 20_100, "common.thing");
        database.script("UPDATE event SET type = 'rare.thing' WHERE seq = " + ManyRows.seq(50));

        Page<EventSummary> first = log().events(ofType("rare.thing"), TEN);
        Page<EventSummary> second =
                log().events(
                                ofType("rare.thing"),
                                new PageRequest(10, first.nextAfter(), 0, false));

        assertThat(first).isEqualTo(new Page<>(List.of(), true, ManyRows.seq(100), 0, true));
        assertThat(second.rows())
                .extracting(EventSummary::id)
                .containsExactly(new EventId(ManyRows.seq(50)));
        assertThat(second.hasMore()).isFalse();
    }

    @Test
    void a_total_stops_at_ten_thousand() {
        ManyRows.events(database, 10_001, "common.thing");

        Page<EventSummary> page = log().events(ofType(null), TEN);

        assertThat(page.total()).isEqualTo(10_000);
        assertThat(page.totalCapped()).isTrue();
        assertThat(page.nextAfter()).isZero();
        assertThat(page.hasMore()).isTrue();
    }

    @Test
    void a_total_of_ten_thousand_exactly_is_whole() {
        ManyRows.events(database, 10_000, "common.thing");

        Page<EventSummary> page = log().events(ofType(null), TEN);

        assertThat(page.total()).isEqualTo(10_000);
        assertThat(page.totalCapped()).isFalse();
    }

    @Test
    void a_list_that_takes_too_long_answers_with_what_it_has() {
        ManyRows.events(database, 1000, "common.thing");
        nanosPerLook = 31_000_000;

        Page<EventSummary> page = log().events(ofType("rare.thing"), TEN);

        assertThat(page).isEqualTo(new Page<>(List.of(), true, ManyRows.seq(1000 - 64), 0, true));
    }

    @Test
    void counting_gives_up_sooner_than_searching() {
        ManyRows.events(database, 1000, "common.thing");
        nanosPerLook = 11_000_000;

        Page<EventSummary> page = log().events(ofType(null), TEN);

        assertThat(page.rows()).hasSize(10);
        assertThat(page.total()).isEqualTo(64);
        assertThat(page.totalCapped()).isTrue();
    }

    @Test
    void a_backlog_too_big_to_sort_is_still_listed_by_state() {
        ManyRows.events(database, 20_010, "common.thing");
        ManyRows.deliveries(database, 20_010, 101, 1, 0);
        database.script("UPDATE delivery SET state = 1 WHERE seq > " + ManyRows.seq(20_005));

        Page<DeliverySummary> page =
                log().deliveries(
                                new DeliveryFilter(
                                        null,
                                        new EndpointId(101),
                                        null,
                                        DeliveryState.PENDING,
                                        null,
                                        TimeRange.ALWAYS),
                                PageRequest.newest(1));

        assertThat(page.rows())
                .extracting(delivery -> delivery.id().seq())
                .containsExactly(ManyRows.seq(20_004) + 1);
    }

    private DeliveryLog log() {
        return written.log();
    }

    private static EventFilter ofType(String type) {
        return new EventFilter(null, type, null, null, null, TimeRange.ALWAYS);
    }
}
