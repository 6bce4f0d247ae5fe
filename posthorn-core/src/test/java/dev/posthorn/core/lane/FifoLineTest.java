package dev.posthorn.core.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.store.LaneHead;
import org.junit.jupiter.api.Test;

class FifoLineTest {
    private static final long NOW = Rows.NOW;

    @Test
    void rows_go_in_the_order_accepted_whatever_order_their_commits_are_heard_in() {
        LineFixture it = new LineFixture(Ordering.FIFO, 0);

        it.commit(2, 3);
        it.commit(1, 1);

        assertThat(it.sendAll()).containsExactly(1, 2, 3);
    }

    @Test
    void only_the_head_s_time_counts() {
        LineFixture it = new LineFixture(Ordering.FIFO, 0);

        it.line.committed(it.rows.due(1, NOW + 5_000));
        it.commit(2, 2);

        assertThat(it.line.readyMs()).isEqualTo(NOW + 5_000);
    }

    @Test
    void nothing_behind_a_head_that_failed_stays_in_memory() {
        LineFixture it = new LineFixture(Ordering.FIFO, 0);
        it.commit(1, 3);
        PendingDelivery head = it.send();

        it.fail(head, NOW + 5_000);

        assertThat(it.line.ready()).isZero();
        assertThat(it.line.askMs()).isEqualTo(NOW + 5_000);
    }

    @Test
    void new_rows_wait_in_the_store_behind_a_head_that_failed() {
        LineFixture it = new LineFixture(Ordering.FIFO, 0);
        it.commit(1, 1);
        it.fail(it.send(), NOW + 5_000);

        it.commit(2, 3);

        assertThat(it.line.ready()).isZero();
        assertThat(it.line.askMs()).isEqualTo(NOW + 5_000);
    }

    @Test
    void a_page_that_is_on_its_way_is_void_when_the_head_fails() {
        LineFixture it = new LineFixture(Ordering.FIFO, 3);
        it.refill(Rows.page(NOW, it.rows.rows(1, 1)));
        PendingDelivery head = it.send();

        it.ask();
        it.fail(head, NOW + 5_000);
        it.answer(Rows.lastPage(it.rows.row(1), it.rows.row(2), it.rows.row(3)));

        assertThat(it.line.ready()).isZero();
        assertThat(it.line.wantsRefill(NOW)).isTrue();
    }

    @Test
    void stops_at_a_head_that_is_not_due() {
        LineFixture it = new LineFixture(Ordering.FIFO, 2);

        it.refill(Rows.lastPage(it.rows.due(1, NOW + 5_000), it.rows.row(2)));

        assertThat(it.line.ready()).isZero();
        assertThat(it.line.askMs()).isEqualTo(NOW + 5_000);
    }

    @Test
    void reads_from_the_start_with_room_for_what_it_holds() {
        LineFixture it = new LineFixture(Ordering.FIFO, 1_000);
        it.refill(Rows.page(0, it.rows.rows(1, 128)));
        while (!it.line.wantsRefill(NOW)) {
            it.send();
        }

        assertThat(it.ask().limit()).isEqualTo(128 + 1);
    }

    @Test
    void a_row_that_could_not_be_loaded_keeps_its_place() {
        LineFixture it = new LineFixture(Ordering.FIFO, 0);
        it.commit(1, 2);

        it.line.unreadable(it.send(), NOW);

        assertThat(it.line.ready()).isZero();
        assertThat(it.line.askMs()).isEqualTo(NOW + 250);
    }

    @Test
    void the_truth_scan_reminds_it_of_a_head_it_forgot() {
        LineFixture it = new LineFixture(Ordering.FIFO, 0);
        it.commit(2, 3);
        PendingDelivery forgotten = it.rows.row(1);

        it.line.truth(new LaneHead(Rows.ENDPOINT, forgotten.id(), NOW, forgotten.order()));

        assertThat(it.line.ready()).isZero();
        assertThat(it.line.wantsRefill(NOW)).isTrue();
    }

    @Test
    void the_truth_scan_leaves_a_head_in_flight_alone() {
        LineFixture it = new LineFixture(Ordering.FIFO, 0);
        it.commit(1, 2);
        PendingDelivery head = it.send();

        it.line.truth(new LaneHead(Rows.ENDPOINT, head.id(), NOW, head.order()));

        assertThat(it.line.ready()).isEqualTo(1);
        assertThat(it.line.askMs()).isEqualTo(Line.NOTHING);
    }
}
