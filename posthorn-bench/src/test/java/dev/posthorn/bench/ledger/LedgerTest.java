package dev.posthorn.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Two endpoints in each of two groups: event n goes to endpoints n mod 2 and n mod 2 + 2. */
class LedgerTest {
    private static final long MS = 1_000_000;

    private final Ledger ledger = new Ledger(new Fan(4, 2), 0);

    @Test
    void balances_when_everything_accepted_arrives() {
        publish(2);
        ledger.accepted(0, 2, 4, MS);
        arrive(0, 0, 0, 2, 1, 1, 1, 3);

        assertThat(ledger.counts()).isEqualTo(new Counts(2, 2, 4, 4, 0, 0, 0, 0, 0, 0));
        assertThat(balance(0).lost()).isZero();
        assertThat(balance(0).objections()).isEmpty();
    }

    @Test
    void a_delivery_that_neither_arrived_nor_is_pending_is_lost() {
        publish(1);
        ledger.accepted(0, 1, 2, MS);
        arrive(0, 0);

        assertThat(balance(1).objections()).isEmpty();
        assertThat(balance(0).objections()).containsExactly("the ledger does not balance: 1 lost");
    }

    @Test
    void a_second_arrival_is_a_duplicate_and_hides_no_loss() {
        publish(1);
        ledger.accepted(0, 1, 2, MS);
        arrive(0, 0, 0, 0);

        assertThat(ledger.counts()).isEqualTo(new Counts(1, 1, 2, 1, 1, 0, 0, 0, 0, 0));
        assertThat(balance(0).lost()).isOne();
    }

    @Test
    void an_arrival_at_the_wrong_endpoint_makes_the_run_void() {
        publish(1);
        ledger.accepted(0, 1, 2, MS);
        arrive(0, 0, 0, 2, 0, 1, 7, 1);

        assertThat(balance(0).objections())
                .containsExactly("2 arrivals at an endpoint they were not meant for");
    }

    @Test
    void what_was_refused_or_never_answered_owes_nothing_though_it_may_arrive() {
        publish(3);
        ledger.accepted(0, 1, 2, MS);
        ledger.refused(1);
        ledger.unanswered(1);
        arrive(0, 0, 0, 2, 2, 0);

        assertThat(ledger.counts()).isEqualTo(new Counts(3, 1, 2, 2, 0, 1, 0, 1, 1, 0));
        assertThat(balance(0).lost()).isZero();
    }

    @Test
    void an_arrival_may_come_before_the_answer() {
        publish(1);
        arrive(0, 0, 0, 2);
        ledger.accepted(0, 1, 2, MS);

        assertThat(balance(0).lost()).isZero();
    }

    @Test
    void a_run_without_an_accepted_event_is_void() {
        assertThat(balance(0).objections()).containsExactly("nothing was accepted");
    }

    @Test
    void what_goes_to_silent_endpoints_is_not_under_way_until_they_are_back() {
        ledger.expectSilence(1);
        publish(2);
        ledger.accepted(0, 2, 4, MS);

        assertThat(ledger.silent()).isOne();
        assertThat(ledger.underway()).isEqualTo(3);
        ledger.expectSilence(0);
        assertThat(ledger.underway()).isEqualTo(4);
    }

    @Test
    void events_go_where_they_were_aimed_when_they_were_published() {
        publish(2);
        ledger.aim(1, 1);
        ledger.published(2, 2, 0, 0);

        assertThat(ledger.groupOf(0)).isZero();
        assertThat(ledger.groupOf(1)).isOne();
        assertThat(ledger.groupOf(2)).isOne();
        assertThat(ledger.arrived(2, 3, MS)).isTrue();
        assertThat(ledger.arrived(2, 2, MS)).isFalse();
    }

    @Test
    void notes_the_first_arrival_once_asked_to() {
        publish(2);
        arrive(0, 0);
        ledger.awaitFirst();
        assertThat(ledger.firstArrivalNanos()).isZero();

        arrive(1, 1);
        assertThat(ledger.firstArrivalNanos()).isEqualTo(2 * MS);
    }

    @Test
    void latency_counts_from_when_an_event_was_due_however_late_it_arrives() {
        Window window = new Window(0, 1000);
        ledger.measure(window);
        ledger.published(0, 1, 0, 5 * MS);
        ledger.accepted(0, 1, 2, 9 * MS);
        ledger.arrived(0, 0, 20 * MS);

        assertThat(window.toReceiver().max()).isCloseTo(20_000, withinOnePerMille());
        assertThat(window.toSend().max()).isCloseTo(5_000, withinOnePerMille());
        assertThat(window.delivered()).isZero();
    }

    private void publish(int events) {
        ledger.published(0, events, 0, 0);
    }

    /** Pairs of event and endpoint. */
    private void arrive(int... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            ledger.arrived(pairs[i], pairs[i + 1], 2 * MS);
        }
    }

    private Balance balance(long pending) {
        return new Balance(ledger.counts(), 0, 0, pending);
    }

    private static Percentage withinOnePerMille() {
        return Percentage.withPercentage(0.1);
    }
}
