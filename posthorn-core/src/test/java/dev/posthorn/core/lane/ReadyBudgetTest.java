package dev.posthorn.core.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.Ordering;
import org.junit.jupiter.api.Test;

/** Payloads of {@link Rows} are 10 bytes. */
class ReadyBudgetTest {
    private final Rows rows = Rows.of(Ordering.NONE);

    @Test
    void has_room_until_its_rows_are_taken() {
        ReadyBudget budget = new ReadyBudget(2, 1_000);

        budget.admit(rows.row(1));
        assertThat(budget.hasRoom()).isTrue();
        budget.admit(rows.row(2));

        assertThat(budget.hasRoom()).isFalse();
    }

    @Test
    void a_row_that_left_makes_room() {
        ReadyBudget budget = new ReadyBudget(1, 1_000);

        budget.leave(budget.admit(rows.row(1)));

        assertThat(budget.hasRoom()).isTrue();
    }

    @Test
    void a_payload_beyond_the_bytes_stays_in_the_store() {
        ReadyBudget budget = new ReadyBudget(10, 19);

        PendingDelivery first = budget.admit(rows.row(1));
        PendingDelivery second = budget.admit(rows.row(2));

        assertThat(first).isEqualTo(rows.row(1));
        assertThat(second).isEqualTo(rows.row(2).withoutEvent());
    }

    @Test
    void a_row_without_its_payload_gives_back_no_bytes() {
        ReadyBudget budget = new ReadyBudget(10, 19);
        budget.admit(rows.row(1));

        budget.leave(budget.admit(rows.row(2)));

        assertThat(budget.admit(rows.row(3)).event()).isNull();
    }

    @Test
    void rows_on_their_way_are_counted_when_more_are_to_be_asked_for() {
        ReadyBudget budget = new ReadyBudget(10, 1_000);

        budget.ask(10);
        assertThat(budget.mayAsk()).isFalse();
        assertThat(budget.hasRoom()).isTrue();
        budget.answered(10);

        assertThat(budget.mayAsk()).isTrue();
    }
}
