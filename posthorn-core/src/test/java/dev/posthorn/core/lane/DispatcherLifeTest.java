package dev.posthorn.core.lane;

import static dev.posthorn.core.endpoint.SampleEndpoint.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.EndpointState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DispatcherLifeTest {
    @Test
    void draining_starts_nothing_more_and_lets_end_what_is_under_way() {
        Stage stage = new Stage();
        stage.has(endpoint(1).maxInFlight(2), _ -> Receiver.saysAfter(100, 200));
        stage.publish(1, 5);

        stage.dispatcher.drain();
        stage.publish(1, 1);
        assertThat(stage.dispatcher.inFlight()).isEqualTo(2);
        stage.run(Duration.ofHours(1));

        assertThat(stage.sentTo(1)).containsExactly(1, 2);
        assertThat(stage.dispatcher.inFlight()).isZero();
        assertThat(stage.store.rows.pending()).isEqualTo(4);
    }

    @Test
    void a_slot_is_taken_until_the_outcome_is_durable() {
        Stage stage = new Stage();
        stage.has(endpoint(1));
        stage.publish(1, 1);

        stage.run(Duration.ofMillis(10));
        assertThat(stage.dispatcher.inFlight()).isEqualTo(1);
        stage.run(Duration.ofMillis(1));

        assertThat(stage.dispatcher.inFlight()).isZero();
    }

    @Test
    void a_delivery_for_an_endpoint_that_was_deactivated_meanwhile_is_cancelled() {
        Stage stage = new Stage();
        stage.has(endpoint(1).in(EndpointState.DEACTIVATED));

        stage.publish(1, 1);

        assertThat(stage.orphaned).containsExactly(stage.row(1).now());
        assertThat(stage.lane(1).pending()).isEqualTo(1);
        stage.run(Duration.ofSeconds(1));
        assertThat(stage.row(1).verdict()).isEqualTo(stage.cancelled(0));
        assertThat(stage.lane(1).pending()).isZero();
    }

    /** The store cancels what it has; this was committed just after. */
    @Test
    void what_a_deactivated_endpoint_has_left_in_memory_and_in_the_store_is_cancelled() {
        Stage stage = new Stage();
        stage.has(endpoint(1).maxInFlight(1), _ -> Receiver.saysAfter(100, 200));
        stage.publish(1, 500);

        stage.has(endpoint(1).in(EndpointState.DEACTIVATED));
        stage.run(Duration.ofSeconds(5));

        assertThat(stage.sentTo(1)).containsExactly(1);
        assertThat(stage.store.rows.pending()).isZero();
        assertThat(stage.lane(1).pending()).isZero();
        assertThat(stage.dispatcher.inFlight()).isZero();
    }

    @Test
    void an_attempt_that_fails_after_its_endpoint_was_deactivated_leaves_nothing_pending() {
        Stage stage = new Stage();
        stage.has(endpoint(1), _ -> Receiver.saysAfter(100, 500));
        stage.publish(1, 1);
        stage.store.rows.cancelAll(stage.row(1).now().endpoint(), stage.beginMs);

        stage.has(endpoint(1).in(EndpointState.DEACTIVATED));
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.sentTo(1)).containsExactly(1);
        assertThat(stage.lane(1).pending()).isZero();
    }

    @Test
    void counts_anew_when_the_store_has_cancelled_everything() {
        Stage stage = new Stage();
        stage.has(endpoint(1).maxInFlight(1), _ -> Receiver.saysAfter(100, 200));
        stage.publish(1, 500);
        stage.store.rows.cancelAll(stage.row(1).now().endpoint(), stage.beginMs);

        stage.has(endpoint(1).in(EndpointState.DEACTIVATED));

        assertThat(stage.lane(1).pending()).isEqualTo(1);
        stage.run(Duration.ofSeconds(5));
        assertThat(stage.lane(1).pending()).isZero();
    }

    @Test
    void so_is_one_for_an_endpoint_nobody_knows() {
        Stage stage = new Stage();

        stage.publish(1, 1);

        assertThat(stage.orphaned).containsExactly(stage.row(1).now());
    }

    @Test
    void leaves_to_other_nodes_what_they_hold_the_shard_of() {
        Stage stage = new Stage();
        stage.elsewhere.add(1L);
        stage.has(endpoint(1));
        stage.stored(1, 1);
        stage.restart();

        stage.publish(1, 1);
        stage.store.heads(stage.dispatcher::truth);
        stage.run(Duration.ofMinutes(1));

        assertThat(stage.calls).isEmpty();
        assertThat(stage.orphaned).isEmpty();
        assertThat(stage.dispatcher.view()).isEmpty();
    }

    @Test
    void an_endpoint_that_is_not_valid_keeps_its_deliveries_until_it_is() {
        Stage stage = new Stage();
        stage.has(endpoint(1).in(EndpointState.NEW));
        stage.publish(1, 2);
        stage.run(Duration.ofHours(1));
        assertThat(stage.calls).isEmpty();
        assertThat(stage.lane(1).pending()).isEqualTo(2);

        stage.has(endpoint(1).in(EndpointState.VALID));
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.sentTo(1)).containsExactly(1, 2);
    }

    @Test
    void the_truth_scan_finds_what_was_committed_unheard() {
        Stage stage = new Stage();
        stage.has(endpoint(1));
        stage.stored(1, 1);

        stage.store.heads(stage.dispatcher::truth);
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.sentTo(1)).containsExactly(1);
    }

    @Test
    void shows_its_lanes_as_the_queue_page_needs_them() {
        Stage stage = new Stage();
        stage.has(endpoint(1).maxInFlight(2), _ -> Receiver.hangs());
        stage.publish(1, 5);
        stage.has(endpoint(2));
        stage.publishAt(2, 60_000);

        assertThat(stage.dispatcher.view())
                .containsExactlyInAnyOrder(
                        new LaneView(stage.lane(1).endpoint(), 5, 2, 2, stage.beginMs, null),
                        new LaneView(
                                stage.lane(2).endpoint(), 1, 0, 8, stage.beginMs + 60_000, null));
    }
}
