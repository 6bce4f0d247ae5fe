package dev.posthorn.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.client.resource.Delivery;
import dev.posthorn.client.resource.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final List<Event> THREE = List.of(event("e1", 2), event("e2", 1));

    private static Event event(String id, int deliveries) {
        return new Event(
                id, "a", "b", "a.b", null, null, null, null, null, deliveries, false, null, null);
    }

    private static Delivery delivery(String event, String endpoint, String state) {
        return new Delivery(
                "d", event, endpoint, "a.b", state, false, 1, null, 200, null, null, null, null);
    }

    /** {@code taken} by endpoint and event, joined by a slash. */
    private static Ledger ledger(Map<String, Long> taken, Delivery... deliveries) {
        return Ledger.of(
                THREE,
                List.of(deliveries),
                (endpoint, event) -> taken.getOrDefault(endpoint + "/" + event, 0L));
    }

    @Test
    void balances_when_everything_arrived_once() {
        Ledger ledger =
                ledger(
                        Map.of("x/e1", 1L, "y/e1", 1L, "x/e2", 1L),
                        delivery("e1", "x", "delivered"),
                        delivery("e1", "y", "delivered"),
                        delivery("e2", "x", "delivered"));
        assertThat(ledger.complaints()).isEmpty();
        assertThat(ledger.lines())
                .containsExactly(
                        "3 deliveries = 3 delivered + 0 failed + 0 cancelled + 0 pending",
                        "lost 0, duplicates 0");
    }

    @Test
    void says_what_did_not_hold() {
        Ledger ledger =
                ledger(
                        Map.of("x/e1", 2L),
                        delivery("e1", "x", "delivered"),
                        delivery("e1", "y", "delivered"));
        assertThat(ledger.complaints())
                .containsExactly(
                        "the ledger does not balance",
                        "1 deliveries did not arrive",
                        "1 deliveries count as delivered but reached no receiver",
                        "1 deliveries arrived more than once");
    }

    @Test
    void nothing_at_all_is_not_success() {
        assertThat(Ledger.of(List.of(), List.of(), (_, _) -> 0).complaints())
                .containsExactly("no delivery was made");
    }
}
