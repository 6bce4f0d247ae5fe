package dev.posthorn.core.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.store.Backlog.RefillQuery;
import dev.posthorn.core.store.LaneHead;
import dev.posthorn.core.store.RefillPage;
import org.junit.jupiter.api.Test;

class UnorderedLineTest {
    private static final long NOW = Rows.NOW;

    @Test
    void rows_just_committed_go_straight_into_memory() {
        LineFixture it = new LineFixture(Ordering.NONE, 0);

        it.commit(1, 3);

        assertThat(it.line.wantsRefill(NOW)).isFalse();
        assertThat(it.sendAll()).containsExactly(1, 2, 3);
    }

    @Test
    void a_row_for_later_waits_in_the_store() {
        LineFixture it = new LineFixture(Ordering.NONE, 0);

        it.line.committed(it.rows.due(1, NOW + 60_000));

        assertThat(it.line.ready()).isZero();
        assertThat(it.line.askMs()).isEqualTo(NOW + 60_000);
        assertThat(it.line.wantsRefill(NOW + 59_999)).isFalse();
        assertThat(it.line.wantsRefill(NOW + 60_000)).isTrue();
    }

    @Test
    void rows_beyond_128_wait_in_the_store() {
        LineFixture it = new LineFixture(Ordering.NONE, 0);

        it.commit(1, 200);

        assertThat(it.line.ready()).isEqualTo(128);
        assertThat(it.line.pending()).isEqualTo(200);
        assertThat(it.line.askMs()).isEqualTo(NOW);
    }

    @Test
    void new_rows_take_every_other_turn_beside_a_backlog() {
        LineFixture it = new LineFixture(Ordering.NONE, 4);
        it.refill(Rows.page(NOW, it.rows.rows(1, 4)));

        it.commit(11, 13);

        assertThat(it.sendAll()).containsExactly(11, 1, 12, 2, 13, 3, 4);
    }

    @Test
    void a_probe_takes_the_oldest() {
        LineFixture it = new LineFixture(Ordering.NONE, 1);
        it.refill(Rows.page(NOW, it.rows.rows(1, 1)));
        it.commit(11, 11);

        assertThat(it.line.next(true)).isEqualTo(it.rows.row(1));
    }

    @Test
    void beside_a_backlog_of_128_no_more_than_64_new_rows_are_kept() {
        LineFixture it = new LineFixture(Ordering.NONE, 1_000);
        it.refill(Rows.page(NOW, it.rows.rows(1, 128)));

        it.commit(1_001, 1_100);

        assertThat(it.line.ready()).isEqualTo(128 + 64);
    }

    @Test
    void reads_on_from_the_last_row_it_took() {
        LineFixture it = new LineFixture(Ordering.NONE, 1_000);

        RefillQuery first = it.ask();
        it.answer(Rows.page(NOW, it.rows.rows(1, 128)));
        it.sendAll();
        RefillQuery second = it.ask();

        assertThat(first)
                .isEqualTo(
                        new RefillQuery(
                                Rows.ENDPOINT,
                                Ordering.NONE,
                                NOW,
                                Long.MIN_VALUE,
                                0,
                                0,
                                128,
                                DispatchLimits.REFILL_BYTES));
        assertThat(second)
                .isEqualTo(
                        new RefillQuery(
                                Rows.ENDPOINT,
                                Ordering.NONE,
                                NOW,
                                NOW,
                                it.rows.row(128).id().seq(),
                                0,
                                128,
                                DispatchLimits.REFILL_BYTES));
    }

    @Test
    void a_retry_that_is_due_before_the_position_moves_it_back() {
        LineFixture it = new LineFixture(Ordering.NONE, 1);
        PendingDelivery later = it.rows.due(1, NOW - 10);
        it.refill(Rows.lastPage(later));
        it.send();

        it.fail(later, NOW - 50);

        RefillQuery query = it.ask();
        assertThat(query.afterOrder()).isLessThan(NOW - 50);
    }

    @Test
    void a_page_that_is_on_its_way_does_not_hide_a_retry_put_behind_it() {
        LineFixture it = new LineFixture(Ordering.NONE, 2);
        PendingDelivery first = it.rows.due(1, NOW - 20);
        it.refill(Rows.page(NOW - 10, java.util.List.of(first)));
        it.send();

        it.ask();
        it.fail(first, NOW - 15);
        it.answer(Rows.lastPage(it.rows.due(2, NOW - 10)));

        assertThat(it.line.askMs()).isEqualTo(NOW - 15);
        it.sendAll();
        assertThat(it.ask().afterOrder()).isLessThan(NOW - 15);
    }

    @Test
    void skips_what_was_settled_while_the_page_was_on_its_way() {
        LineFixture it = new LineFixture(Ordering.NONE, 2);
        it.refill(Rows.page(NOW, it.rows.rows(1, 1)));
        PendingDelivery first = it.send();

        it.ask();
        it.deliver(first);
        it.answer(Rows.lastPage(first, it.rows.row(2)));

        assertThat(it.sendAll()).containsExactly(2);
    }

    @Test
    void skips_what_is_in_flight() {
        LineFixture it = new LineFixture(Ordering.NONE, 2);
        it.commit(1, 1);
        it.send();

        it.refill(Rows.lastPage(it.rows.row(1), it.rows.row(2)));

        assertThat(it.sendAll()).containsExactly(2);
    }

    @Test
    void a_row_a_refill_found_first_is_not_taken_again_when_its_commit_is_heard() {
        LineFixture it = new LineFixture(Ordering.NONE, 0);
        it.refill(Rows.lastPage(it.rows.row(1)));

        it.commit(1, 1);

        assertThat(it.sendAll()).containsExactly(1);
    }

    @Test
    void asks_again_soon_when_the_store_could_not_be_read() {
        LineFixture it = new LineFixture(Ordering.NONE, 1);

        it.refill(RefillPage.unreadable());

        assertThat(it.line.wantsRefill(NOW + 249)).isFalse();
        assertThat(it.line.askMs()).isEqualTo(NOW + 250);
        assertThat(it.line.wantsRefill(NOW + 250)).isTrue();
    }

    @Test
    void asks_no_more_when_the_store_has_nothing_left() {
        LineFixture it = new LineFixture(Ordering.NONE, 1);

        it.refill(Rows.lastPage(it.rows.row(1)));

        assertThat(it.line.askMs()).isEqualTo(Line.NOTHING);
    }

    @Test
    void does_not_ask_twice_at_once() {
        LineFixture it = new LineFixture(Ordering.NONE, 1_000);

        it.ask();

        assertThat(it.line.wantsRefill(NOW)).isFalse();
    }

    @Test
    void asks_while_a_quarter_is_still_ready() {
        LineFixture it = new LineFixture(Ordering.NONE, 1_000);
        it.refill(Rows.page(NOW, it.rows.rows(1, 128)));

        while (!it.line.wantsRefill(NOW)) {
            it.send();
        }

        assertThat(it.line.ready()).isEqualTo(32);
    }

    @Test
    void gives_everything_ready_back_to_the_store() {
        LineFixture it = new LineFixture(Ordering.NONE, 0);
        it.commit(1, 3);

        it.line.release();

        assertThat(it.line.ready()).isZero();
        assertThat(it.line.pending()).isEqualTo(3);
        assertThat(it.line.askMs()).isEqualTo(NOW);
        it.refill(Rows.lastPage(it.rows.row(1), it.rows.row(2), it.rows.row(3)));
        assertThat(it.sendAll()).containsExactly(1, 2, 3);
    }

    @Test
    void the_truth_scan_reminds_it_of_a_row_it_forgot() {
        LineFixture it = new LineFixture(Ordering.NONE, 0);
        PendingDelivery forgotten = it.rows.row(1);

        it.line.truth(new LaneHead(Rows.ENDPOINT, forgotten.id(), NOW, NOW));

        assertThat(it.line.askMs()).isEqualTo(NOW);
        assertThat(it.ask().afterOrder()).isLessThan(NOW);
    }

    @Test
    void the_truth_scan_never_makes_it_wait_longer() {
        LineFixture it = new LineFixture(Ordering.NONE, 0);
        it.line.committed(it.rows.due(1, NOW + 1_000));

        it.line.truth(new LaneHead(Rows.ENDPOINT, it.rows.row(2).id(), NOW + 9_000, NOW + 9_000));

        assertThat(it.line.askMs()).isEqualTo(NOW + 1_000);
    }

    @Test
    void a_lane_whose_endpoint_has_not_answered_keeps_eight() {
        LineFixture it = new LineFixture(Ordering.NONE, 0);
        it.line.modest(true);

        it.commit(1, 50);

        assertThat(it.line.ready()).isEqualTo(8);
        assertThat(it.line.pending()).isEqualTo(50);
    }

    @Test
    void a_lane_that_becomes_modest_gives_back_what_is_beyond_its_own() {
        LineFixture it = new LineFixture(Ordering.NONE, 0);
        it.commit(1, 50);

        it.line.modest(true);

        assertThat(it.line.wantsRefill(NOW)).isTrue();
        assertThat(it.ask().limit()).isEqualTo(8);
    }
}
