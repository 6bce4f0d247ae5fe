package dev.posthorn.core.lane;

import static dev.posthorn.core.endpoint.SampleEndpoint.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.lane.Stage.Call;
import dev.posthorn.core.retry.RetrySchedule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Receivers answer after 10 ms; commits and reads take 1 ms each. */
class DispatcherOrderTest {
    private static final RetrySchedule AFTER_FIVE_SECONDS =
            new RetrySchedule.Waits(List.of(Duration.ofSeconds(5), Duration.ofSeconds(5)), 0);

    @Test
    void fifo_sends_one_at_a_time_in_the_order_accepted() {
        Stage stage = new Stage();
        stage.has(endpoint(1).ordered(Ordering.FIFO));

        stage.publish(1, 3);
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.calls)
                .containsExactly(
                        new Call(1, 1, 1, 0), new Call(1, 2, 1, 11), new Call(1, 3, 1, 22));
    }

    @Test
    void fifo_keeps_its_order_through_failures() {
        Stage stage = new Stage();
        stage.has(
                endpoint(1).ordered(Ordering.FIFO).retrying(AFTER_FIVE_SECONDS),
                call -> Receiver.says(call.event() == 1 && call.attempt() < 3 ? 500 : 200));

        stage.publish(1, 2);
        stage.run(Duration.ofSeconds(3));
        stage.publish(1, 1);
        stage.run(Duration.ofSeconds(30));

        assertThat(stage.calls)
                .containsExactly(
                        new Call(1, 1, 1, 0),
                        new Call(1, 1, 2, 5_011),
                        new Call(1, 1, 3, 10_022),
                        new Call(1, 2, 1, 10_033),
                        new Call(1, 3, 1, 10_044));
    }

    @Test
    void fifo_goes_on_when_the_head_has_failed_for_good() {
        Stage stage = new Stage();
        stage.has(
                endpoint(1).ordered(Ordering.FIFO).retrying(new RetrySchedule.Waits(List.of(), 0)),
                call -> Receiver.says(call.event() == 1 ? 500 : 200));

        stage.publish(1, 2);
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.sentTo(1)).containsExactly(1, 2);
    }

    @Test
    void an_entity_waits_for_its_own_failures_and_no_others() {
        Stage stage = new Stage();
        stage.has(
                endpoint(1).ordered(Ordering.ENTITY).retrying(AFTER_FIVE_SECONDS),
                call -> Receiver.says(call.event() == 1 && call.attempt() == 1 ? 500 : 200));

        stage.publishAbout(1, 7);
        stage.publishAbout(1, 8);
        stage.publishAbout(1, 7);
        stage.publishAbout(1, 8);
        stage.run(Duration.ofSeconds(30));

        assertThat(stage.sentTo(1)).containsExactly(1, 2, 4, 1, 3);
        assertThat(stage.store.rows.pending()).isZero();
    }

    @Test
    void entities_go_side_by_side() {
        Stage stage = new Stage();
        stage.has(endpoint(1).ordered(Ordering.ENTITY));

        for (int entity = 1; entity <= 5; entity++) {
            stage.publishAbout(1, entity);
        }

        assertThat(stage.calls).hasSize(5);
    }

    @Test
    void unordered_deliveries_pass_one_that_failed() {
        Stage stage = new Stage();
        stage.has(
                endpoint(1).retrying(AFTER_FIVE_SECONDS),
                call -> Receiver.says(call.event() == 1 && call.attempt() == 1 ? 500 : 200));

        stage.publish(1, 3);
        stage.run(Duration.ofSeconds(30));

        assertThat(stage.calls)
                .containsExactly(
                        new Call(1, 1, 1, 0),
                        new Call(1, 2, 1, 0),
                        new Call(1, 3, 1, 0),
                        new Call(1, 1, 2, 5_011));
    }

    @Test
    void a_failure_finds_its_place_in_the_order_chosen_since_it_left() {
        Stage stage = new Stage();
        stage.has(
                endpoint(1).retrying(AFTER_FIVE_SECONDS),
                call -> Receiver.says(call.event() == 1 && call.attempt() == 1 ? 500 : 200));
        stage.publish(1, 1);

        stage.has(endpoint(1).ordered(Ordering.FIFO).retrying(AFTER_FIVE_SECONDS));
        stage.run(Duration.ofSeconds(1));
        stage.publish(1, 1);
        stage.run(Duration.ofSeconds(30));

        assertThat(stage.row(1).now().order()).isEqualTo(stage.row(1).now().id().seq());
        assertThat(stage.sentTo(1)).containsExactly(1, 1, 2);
    }

    @Test
    void what_was_in_flight_when_the_order_changed_is_not_sent_twice() {
        Stage stage = new Stage();
        stage.has(endpoint(1), _ -> Receiver.saysAfter(500, 200));
        stage.publish(1, 3);

        stage.has(endpoint(1).ordered(Ordering.FIFO));
        stage.run(Duration.ofSeconds(5));

        assertThat(stage.sentTo(1)).containsExactly(1, 2, 3);
        assertThat(stage.lane(1).pending()).isZero();
    }

    /** It was routed just before the order was changed, and committed just after. */
    @Test
    void tells_when_a_delivery_was_made_by_an_order_its_endpoint_no_longer_has() {
        Stage stage = new Stage();
        stage.has(endpoint(1).ordered(Ordering.ENTITY));
        stage.has(endpoint(2).ordered(Ordering.ENTITY));

        stage.publishAbout(1, 0);
        stage.publishAbout(2, 7);

        assertThat(stage.misplaced).containsExactly(new EndpointId(1));
    }

    @Test
    void finds_a_delivery_that_the_store_has_sorted_anew() {
        Stage stage = new Stage();
        stage.has(endpoint(1).ordered(Ordering.ENTITY), _ -> Receiver.saysAfter(100, 200));
        stage.publishAbout(1, 7);
        stage.publishAbout(1, 7);
        stage.store.hidden = stage.row(2).now().id();
        stage.run(Duration.ofSeconds(60));
        assertThat(stage.sentTo(1)).containsExactly(1);

        stage.store.hidden = null;
        stage.has(endpoint(1).ordered(Ordering.ENTITY));
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.sentTo(1)).containsExactly(1, 2);
    }
}
