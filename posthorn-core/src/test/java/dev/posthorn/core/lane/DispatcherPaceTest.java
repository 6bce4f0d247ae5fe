package dev.posthorn.core.lane;

import static dev.posthorn.core.endpoint.SampleEndpoint.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.lane.Stage.Call;
import dev.posthorn.core.retry.BuiltInSchedules;
import dev.posthorn.core.retry.RetrySchedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers answer after 10 ms; commits and reads take 1 ms each. */
class DispatcherPaceTest {
    private static final RetrySchedule AFTER_FIVE_SECONDS =
            new RetrySchedule.Waits(List.of(Duration.ofSeconds(5), Duration.ofSeconds(5)), 0);

    @Test
    void a_rate_limit_spreads_deliveries_evenly() {
        Stage stage = new Stage();
        stage.has(endpoint(1).perSecond(2.0));

        stage.publish(1, 4);
        stage.run(Duration.ofSeconds(10));

        assertThat(stage.calls)
                .containsExactly(
                        new Call(1, 1, 1, 0),
                        new Call(1, 2, 1, 500),
                        new Call(1, 3, 1, 1_000),
                        new Call(1, 4, 1, 1_500));
    }

    @Test
    void a_change_of_other_settings_gives_no_token_away() {
        Stage stage = new Stage();
        stage.has(endpoint(1).perSecond(2.0));
        stage.publish(1, 3);

        stage.has(endpoint(1).perSecond(2.0).revision(2));
        stage.run(Duration.ofMillis(499));

        assertThat(stage.sentTo(1)).containsExactly(1);
    }

    @Test
    void a_paused_endpoint_sees_nothing_and_loses_no_attempt() {
        Stage stage = new Stage();
        stage.has(endpoint(1).retrying(AFTER_FIVE_SECONDS), _ -> Receiver.says(500));
        stage.publish(1, 1);
        stage.run(Duration.ofSeconds(1));

        stage.has(endpoint(1).retrying(AFTER_FIVE_SECONDS).paused(true));
        stage.publish(1, 1);
        stage.run(Duration.ofHours(1));
        assertThat(stage.calls).containsExactly(new Call(1, 1, 1, 0));
        stage.has(endpoint(1).retrying(AFTER_FIVE_SECONDS), _ -> Receiver.says(200));
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.calls.subList(1, 3))
                .containsExactlyInAnyOrder(
                        new Call(1, 1, 2, 3_601_001), new Call(1, 2, 1, 3_601_001));
    }

    @Test
    void what_was_held_leaves_oldest_first_when_the_pause_ends() {
        Stage stage = new Stage();
        stage.has(endpoint(1).maxInFlight(1).paused(true));
        for (int i = 0; i < 5; i++) {
            stage.publish(1, 1);
            stage.run(Duration.ofMillis(10));
        }

        stage.has(endpoint(1).maxInFlight(1));
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.sentTo(1)).containsExactly(1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void retry_after_leaves_the_whole_endpoint_alone(int status) {
        Stage stage = new Stage();
        stage.has(
                endpoint(1).retrying(AFTER_FIVE_SECONDS),
                call ->
                        call.attempt() == 1 && call.event() == 1
                                ? Receiver.asksToWait(status, Duration.ofMinutes(1))
                                : Receiver.says(200));
        stage.publish(1, 1);
        stage.run(Duration.ofSeconds(1));

        stage.publish(1, 1);
        stage.run(Duration.ofMinutes(5));

        assertThat(stage.calls)
                .containsExactly(
                        new Call(1, 1, 1, 0), new Call(1, 2, 1, 60_010), new Call(1, 1, 2, 60_011));
    }

    @Test
    void retry_after_on_another_status_delays_that_delivery_alone() {
        Stage stage = new Stage();
        stage.has(
                endpoint(1).retrying(AFTER_FIVE_SECONDS),
                call ->
                        call.attempt() == 1 && call.event() == 1
                                ? Receiver.asksToWait(500, Duration.ofMinutes(1))
                                : Receiver.says(200));
        stage.publish(1, 1);
        stage.run(Duration.ofSeconds(1));

        stage.publish(1, 1);
        stage.run(Duration.ofMinutes(5));

        assertThat(stage.calls)
                .containsExactly(
                        new Call(1, 1, 1, 0), new Call(1, 2, 1, 1_000), new Call(1, 1, 2, 60_011));
    }

    @Test
    void an_event_for_later_leaves_at_its_time() {
        Stage stage = new Stage();
        stage.has(endpoint(1));

        stage.publishAt(1, 90_000);
        stage.publish(1, 1);
        stage.run(Duration.ofMinutes(5));

        assertThat(stage.calls).containsExactly(new Call(1, 2, 1, 0), new Call(1, 1, 1, 90_001));
    }

    @Test
    void fastcomments_waits_n_minutes_after_the_nth_failure_and_gives_up_after_the_99th() {
        Stage stage = new Stage();
        stage.has(endpoint(1).retrying(BuiltInSchedules.FASTCOMMENTS), _ -> Receiver.says(500));

        stage.publish(1, 1);
        stage.run(Duration.ofDays(30));

        assertThat(minutesBetween(stage.calls))
                .isEqualTo(LongStream.rangeClosed(1, 98).boxed().toList());
        assertThat(stage.calls.getLast().attempt()).isEqualTo(99);
        assertThat(stage.row(1).verdict())
                .isEqualTo(
                        new Verdict.Failed(
                                stage.beginMs + stage.calls.getLast().atMs() + 10,
                                "schedule-used-up"));
    }

    private static List<Long> minutesBetween(List<Call> calls) {
        List<Long> minutes = new ArrayList<>();
        for (int i = 1; i < calls.size(); i++) {
            minutes.add((calls.get(i).atMs() - calls.get(i - 1).atMs()) / 60_000);
        }
        return minutes;
    }
}
