package dev.posthorn.core.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.Ordering;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityLineTest {
    private static final long NOW = Rows.NOW;

    @Test
    void entities_go_side_by_side_and_rows_of_one_after_another() {
        LineFixture it = new LineFixture(Ordering.ENTITY, 0);

        it.line.committed(it.rows.entity(1, 7));
        it.line.committed(it.rows.entity(2, 8));
        it.line.committed(it.rows.entity(3, 7));

        assertThat(it.sendAll()).containsExactly(1, 2);
    }

    @Test
    void the_next_of_an_entity_is_looked_for_when_the_one_before_it_ended() {
        LineFixture it = new LineFixture(Ordering.ENTITY, 0);
        it.line.committed(it.rows.entity(1, 7));
        it.line.committed(it.rows.entity(2, 7));
        it.refill(Rows.lastPage(it.rows.entity(1, 7)));
        PendingDelivery first = it.send();
        assertThat(it.line.wantsRefill(NOW)).isFalse();

        it.deliver(first);

        assertThat(it.line.wantsRefill(NOW)).isTrue();
        it.refill(Rows.lastPage(it.rows.entity(2, 7)));
        assertThat(it.sendAll()).containsExactly(2);
    }

    @Test
    void a_failed_row_holds_up_its_entity_alone() {
        LineFixture it = new LineFixture(Ordering.ENTITY, 0);
        it.line.committed(it.rows.entity(1, 7));
        it.fail(it.send(), NOW + 5_000);

        it.line.committed(it.rows.entity(2, 7));
        it.line.committed(it.rows.entity(3, 8));
        it.refill(Rows.lastPage(it.rows.row(1, NOW + 5_000, 7), it.rows.entity(3, 8)));

        assertThat(it.sendAll()).containsExactly(3);
        assertThat(it.line.askMs()).isEqualTo(NOW + 5_000);
    }

    @Test
    void walks_on_from_the_last_entity_of_a_page() {
        LineFixture it = new LineFixture(Ordering.ENTITY, 500);

        it.refill(Rows.page(0, List.of(it.rows.entity(1, 7), it.rows.entity(2, 9))));

        assertThat(it.line.wantsRefill(NOW)).isTrue();
        assertThat(it.ask().afterEntity()).isEqualTo(9);
    }

    @Test
    void knows_when_the_next_is_due_once_it_has_been_round() {
        LineFixture it = new LineFixture(Ordering.ENTITY, 3);

        it.refill(Rows.page(0, List.of(it.rows.row(1, NOW + 7_000, 7))));
        it.refill(Rows.lastPage(it.rows.row(2, NOW + 3_000, 8), it.rows.row(3, NOW + 9_000, 9)));

        assertThat(it.line.askMs()).isEqualTo(NOW + 3_000);
        assertThat(it.ask().afterEntity()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void a_row_that_came_behind_the_round_is_not_forgotten_at_its_end() {
        LineFixture it = new LineFixture(Ordering.ENTITY, 2);
        it.refill(Rows.page(0, List.of(it.rows.row(1, NOW + 7_000, 7))));

        it.line.committed(it.rows.entity(3, 5));
        it.refill(Rows.lastPage(it.rows.row(2, NOW + 8_000, 9)));

        assertThat(it.line.wantsRefill(NOW)).isTrue();
    }

    @Test
    void a_page_that_is_on_its_way_brings_no_second_row_of_an_entity() {
        LineFixture it = new LineFixture(Ordering.ENTITY, 2);
        it.refill(Rows.page(0, List.of(it.rows.entity(1, 7))));
        PendingDelivery first = it.send();

        it.ask();
        it.fail(first, NOW + 5_000);
        it.answer(Rows.lastPage(it.rows.entity(1, 7)));

        assertThat(it.line.ready()).isZero();
        assertThat(it.line.askMs()).isLessThanOrEqualTo(NOW + 5_000);
    }

    /** They were accepted while the endpoint had another order. */
    @Test
    void rows_without_an_entity_key_are_sent_one_after_another() {
        LineFixture it = new LineFixture(Ordering.ENTITY, 2);

        it.refill(Rows.lastPage(it.rows.entity(1, 0)));
        PendingDelivery first = it.send();
        it.refill(Rows.lastPage(it.rows.entity(1, 0)));
        assertThat(it.line.ready()).isZero();
        it.deliver(first);
        it.refill(Rows.lastPage(it.rows.entity(2, 0)));

        assertThat(it.sendAll()).containsExactly(2);
    }

    @Test
    void gives_everything_ready_back_and_begins_a_new_round() {
        LineFixture it = new LineFixture(Ordering.ENTITY, 0);
        it.line.committed(it.rows.entity(1, 7));
        it.line.committed(it.rows.entity(2, 8));

        it.line.release();

        assertThat(it.line.ready()).isZero();
        assertThat(it.line.wantsRefill(NOW)).isTrue();
        assertThat(it.ask().afterEntity()).isEqualTo(Long.MIN_VALUE);
        it.answer(Rows.lastPage(it.rows.entity(1, 7), it.rows.entity(2, 8)));
        assertThat(it.sendAll()).containsExactly(1, 2);
    }
}
