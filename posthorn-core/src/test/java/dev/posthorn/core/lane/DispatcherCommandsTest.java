package dev.posthorn.core.lane;

import static dev.posthorn.core.endpoint.SampleEndpoint.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.retry.RetrySchedule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Resend and cancel, at every moment of a delivery's life. */
class DispatcherCommandsTest {
    private static final RetrySchedule EACH_MINUTE =
            new RetrySchedule.Exponential(
                    Duration.ofMinutes(1), 1, Duration.ofMinutes(1), 1_000, 0);

    private final Stage stage = new Stage();

    @Test
    void a_delivery_sent_again_goes_on_numbering_its_attempts() {
        stage.has(endpoint(1));
        stage.publish(1, 1);
        stage.run(Duration.ofSeconds(1));

        stage.resend(1);
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.callsTo(1).stream().map(Stage.Call::attempt)).containsExactly(1, 2);
        assertThat(stage.row(1).verdict()).isInstanceOf(Verdict.Delivered.class);
        assertThat(stage.lane(1).pending()).isZero();
    }

    @Test
    void one_that_waits_for_its_time_is_sent_now() {
        stage.has(endpoint(1).retrying(EACH_MINUTE), _ -> Receiver.says(500));
        stage.publish(1, 1);
        stage.run(Duration.ofSeconds(2));

        stage.resend(1);
        stage.run(Duration.ofSeconds(2));

        assertThat(stage.callsTo(1).stream().map(Stage.Call::attempt)).containsExactly(1, 2);
        assertThat(stage.row(1).now().round()).isZero();
    }

    @Test
    void one_sent_again_to_a_paused_endpoint_is_held() {
        stage.has(endpoint(1));
        stage.publish(1, 1);
        stage.run(Duration.ofSeconds(1));
        stage.has(endpoint(1).paused(true));

        stage.resend(1);
        stage.run(Duration.ofSeconds(10));
        assertThat(stage.sentTo(1)).containsExactly(1);
        assertThat(stage.lane(1).pending()).isOne();

        stage.has(endpoint(1).paused(false));
        stage.run(Duration.ofSeconds(1));
        assertThat(stage.sentTo(1)).containsExactly(1, 1);
    }

    @Test
    void in_a_fifo_lane_one_sent_again_goes_before_what_waits() {
        stage.has(
                endpoint(1).ordered(Ordering.FIFO),
                call -> call.event() == 2 ? Receiver.hangs() : Receiver.says(200));
        stage.publish(1, 4);
        stage.run(Duration.ofSeconds(1));
        assertThat(stage.sentTo(1)).containsExactly(1, 2);

        stage.resend(1);
        stage.run(Duration.ofSeconds(20));

        assertThat(stage.sentTo(1)).startsWith(1, 2, 1);
    }

    @Test
    void one_that_is_ready_is_cancelled_and_never_sent() {
        stage.has(
                endpoint(1).ordered(Ordering.FIFO),
                call -> call.event() == 1 ? Receiver.hangs() : Receiver.says(200));
        stage.publish(1, 2);
        stage.run(Duration.ofMillis(10));

        cancel(2);
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.row(2).verdict()).isInstanceOf(Verdict.Cancelled.class);
        assertThat(stage.sentTo(1)).containsExactly(1);
        assertThat(stage.lane(1).pending()).isOne();
    }

    @Test
    void one_that_waits_in_the_store_is_cancelled_and_what_is_behind_it_goes_on() {
        stage.has(
                endpoint(1).ordered(Ordering.FIFO).retrying(EACH_MINUTE),
                call -> Receiver.says(call.event() == 1 ? 500 : 200));
        stage.publish(1, 2);
        stage.run(Duration.ofSeconds(5));
        assertThat(stage.sentTo(1)).containsExactly(1);

        cancel(1);
        stage.run(Duration.ofSeconds(5));

        assertThat(stage.row(1).verdict()).isInstanceOf(Verdict.Cancelled.class);
        assertThat(stage.sentTo(1)).containsExactly(1, 2);
    }

    @Test
    void a_cancel_during_an_attempt_is_settled_with_its_failure() {
        stage.has(endpoint(1).retrying(EACH_MINUTE), _ -> Receiver.hangs());
        stage.publish(1, 1);
        stage.run(Duration.ofSeconds(1));

        cancel(1);
        assertThat(stage.row(1).pending()).isTrue();
        stage.run(Duration.ofSeconds(20));

        assertThat(stage.row(1).verdict()).isInstanceOf(Verdict.Cancelled.class);
        assertThat(stage.row(1).now().attempts()).isOne();
        assertThat(stage.sentTo(1)).containsExactly(1);
    }

    @Test
    void a_cancel_during_an_attempt_that_succeeds_comes_too_late() {
        stage.has(endpoint(1), _ -> Receiver.says(200));
        stage.publish(1, 1);

        cancel(1);
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.row(1).verdict()).isInstanceOf(Verdict.Delivered.class);
    }

    @Test
    void a_cancel_asked_for_twice_settles_once() {
        stage.has(endpoint(1).retrying(EACH_MINUTE), _ -> Receiver.says(500));
        stage.publish(1, 2);
        stage.run(Duration.ofSeconds(5));

        cancel(1);
        cancel(1);
        stage.run(Duration.ofSeconds(5));

        assertThat(stage.lane(1).pending()).isOne();
    }

    @Test
    void a_cancel_the_node_did_not_live_to_settle_is_settled_after_the_start() {
        stage.has(endpoint(1).retrying(EACH_MINUTE), _ -> Receiver.hangs());
        stage.publish(1, 1);
        stage.run(Duration.ofSeconds(1));
        cancel(1);
        List<CommandAnswer.CancelAsked> open = stage.store.rows.openCancels();

        stage.restart(open);
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.row(1).verdict()).isInstanceOf(Verdict.Cancelled.class);
        assertThat(stage.sentTo(1)).containsExactly(1);
    }

    @Test
    void what_is_over_cannot_be_cancelled() {
        stage.has(endpoint(1));
        stage.publish(1, 1);
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.ask(1, DeliveryCommand.Cancel::new))
                .isEqualTo(new CommandAnswer.Left(DeliveryState.DELIVERED));
    }

    private void cancel(int event) {
        stage.ask(event, DeliveryCommand.Cancel::new);
    }
}
