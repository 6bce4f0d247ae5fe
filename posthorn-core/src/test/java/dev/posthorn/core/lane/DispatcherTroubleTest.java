package dev.posthorn.core.lane;

import static dev.posthorn.core.endpoint.SampleEndpoint.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.lane.Stage.Call;
import dev.posthorn.core.retry.RetrySchedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a lane treats an endpoint in trouble, and how it comes back. */
class DispatcherTroubleTest {
    private static final RetrySchedule EACH_MINUTE =
            new RetrySchedule.Exponential(
                    Duration.ofMinutes(1), 1, Duration.ofMinutes(1), 1_000, 0);

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void an_overloaded_endpoint_gets_half_as_many_requests_at_once(int status) {
        Stage stage = new Stage();
        stage.has(endpoint(1).retrying(EACH_MINUTE), _ -> Receiver.says(status));

        stage.publish(1, 1);
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.lane(1).window()).isEqualTo(4);
    }

    @Test
    void so_does_one_that_does_not_answer_in_time() {
        Stage stage = new Stage();
        stage.has(endpoint(1).retrying(EACH_MINUTE), _ -> Receiver.hangs());

        stage.publish(1, 1);
        stage.run(Duration.ofSeconds(16));

        assertThat(stage.lane(1).window()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 500})
    void other_failures_leave_the_window_as_it_is(int status) {
        Stage stage = new Stage();
        stage.has(endpoint(1).retrying(EACH_MINUTE), _ -> Receiver.says(status));

        stage.publish(1, 1);
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.lane(1).window()).isEqualTo(8);
    }

    @Test
    void a_flight_that_fails_together_halves_the_window_once() {
        Stage stage = new Stage();
        stage.has(endpoint(1).retrying(EACH_MINUTE), _ -> Receiver.says(503));

        stage.publish(1, 4);
        stage.run(Duration.ofMillis(20));

        assertThat(stage.lane(1).window()).isEqualTo(4);
    }

    @Test
    void a_window_in_use_grows_with_each_answer() {
        Stage stage = new Stage();
        stage.has(endpoint(1));

        stage.publish(1, 100);
        stage.run(Duration.ofSeconds(5));

        assertThat(stage.lane(1).window()).isEqualTo(64);
    }

    @Test
    void a_dead_endpoint_is_probed_at_a_growing_pace_with_its_oldest_delivery_first() {
        Stage stage = new Stage();
        stage.has(endpoint(1).retrying(EACH_MINUTE), _ -> Receiver.refuses());
        stage.publish(1, 500);

        stage.run(Duration.ofSeconds(45));

        List<Call> probes = stage.calls.stream().filter(call -> call.atMs() > 10).toList();
        assertThat(waits(probes)).containsExactly(2_001L, 4_001L, 8_001L, 10_001L, 10_001L);
        assertThat(probes).extracting(Call::attempt).containsOnly(1);
        assertThat(probes).extracting(Call::event).isSorted();
    }

    @Test
    void after_an_outage_it_begins_with_one_request_at_a_time() {
        Stage stage = new Stage();
        stage.has(
                endpoint(1).retrying(EACH_MINUTE),
                call -> call.atMs() < 20_000 ? Receiver.refuses() : Receiver.saysAfter(100, 200));
        stage.publish(1, 500);
        stage.run(Duration.ofSeconds(20));
        int before = stage.calls.size();

        stage.run(Duration.ofSeconds(8));

        List<Long> leaving =
                stage.calls.stream().skip(before).map(Call::atMs).distinct().limit(3).toList();
        List<Integer> atOnce = leaving.stream().map(at -> countAt(stage, at)).toList();
        assertThat(atOnce).containsExactly(1, 2, 4);
    }

    @Test
    void everything_arrives_once_it_is_back() {
        Stage stage = new Stage();
        stage.has(
                endpoint(1).retrying(EACH_MINUTE),
                call -> call.atMs() < 300_000 ? Receiver.refuses() : Receiver.says(200));
        stage.publish(1, 2_000);

        stage.run(Duration.ofMinutes(10));

        assertThat(stage.store.rows.pending()).isZero();
        assertThat(stage.lane(1))
                .isEqualTo(
                        new LaneView(
                                stage.lane(1).endpoint(),
                                0,
                                0,
                                stage.lane(1).window(),
                                null,
                                null));
    }

    @Test
    void new_events_do_not_wait_behind_an_old_backlog() {
        Stage stage = new Stage();
        stage.stored(1, 5_000);
        stage.has(endpoint(1).maxInFlight(4), _ -> Receiver.saysAfter(50, 200));
        stage.restart();
        stage.run(Duration.ofSeconds(1));

        stage.publish(1, 10);
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.sentTo(1)).contains(5_001, 5_002, 5_003, 5_010);
        assertThat(stage.sentTo(1)).contains(100).doesNotContain(1_000);
    }

    @Test
    void tells_when_an_endpoint_is_gone_and_why_the_last_delivery_failed() {
        Stage stage = new Stage();
        stage.has(endpoint(1).retrying(EACH_MINUTE), _ -> Receiver.says(410));

        stage.publish(1, 1);
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.gone).extracting("seq").containsExactly(1L);
        assertThat(stage.lane(1))
                .isEqualTo(
                        new LaneView(
                                stage.lane(1).endpoint(), 1, 0, 8, stage.beginMs + 60_010, "410"));
    }

    private static int countAt(Stage stage, long atMs) {
        return (int) stage.calls.stream().filter(call -> call.atMs() == atMs).count();
    }

    private static List<Long> waits(List<Call> calls) {
        List<Long> waits = new ArrayList<>();
        for (int i = 1; i < calls.size(); i++) {
            waits.add(calls.get(i).atMs() - calls.get(i - 1).atMs());
        }
        return waits;
    }
}
