package dev.posthorn.core.lane;

import static dev.posthorn.core.endpoint.SampleEndpoint.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.lane.Stage.Call;
import dev.posthorn.core.retry.RetrySchedule;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One bad endpoint never delays another. */
class DispatcherIsolationTest {
    private static final RetrySchedule EACH_MINUTE =
            new RetrySchedule.Exponential(
                    Duration.ofMinutes(1), 1, Duration.ofMinutes(1), 1_000, 0);

    @Test
    void endpoints_that_hang_take_no_more_than_half_of_the_slots() {
        Stage stage = new Stage(slots(8));
        stage.has(endpoint(9));
        stage.publish(9, 1);
        stage.run(Duration.ofSeconds(1));
        for (int bad = 1; bad <= 5; bad++) {
            stage.has(endpoint(bad).retrying(EACH_MINUTE), _ -> Receiver.hangs());
            stage.publish(bad, 100);
        }

        for (int i = 0; i < 60; i++) {
            stage.publish(9, 4);
            stage.run(Duration.ofSeconds(1));
            assertThat(stage.callsTo(9)).hasSize(1 + 4 * (i + 1));
        }
    }

    @Test
    void a_new_endpoint_gets_its_turn_though_proven_ones_could_take_every_slot() {
        Stage stage = new Stage(slots(4));
        for (int busy = 1; busy <= 4; busy++) {
            stage.has(endpoint(busy), _ -> Receiver.saysAfter(100, 200));
            stage.publish(busy, 1);
        }
        stage.run(Duration.ofSeconds(1));
        for (int busy = 1; busy <= 4; busy++) {
            stage.publish(busy, 100);
        }

        stage.has(endpoint(9));
        stage.publish(9, 1);
        stage.run(Duration.ofMillis(250));

        assertThat(stage.callsTo(9)).hasSize(1);
    }

    @Test
    void an_endpoint_that_has_just_answered_does_not_wait_with_those_that_hang() {
        Stage stage = new Stage(slots(8));
        stage.has(endpoint(1).retrying(EACH_MINUTE), _ -> Receiver.hangs());
        stage.has(endpoint(9).maxInFlight(2), _ -> Receiver.saysAfter(5, 200));
        stage.publish(9, 20);
        stage.publish(1, 20);

        stage.run(Duration.ofSeconds(1));

        assertThat(stage.callsTo(9)).hasSize(20);
    }

    @Test
    void endpoints_that_may_not_send_keep_no_rows_in_memory() {
        Stage stage = new Stage(ready(20));
        stage.has(endpoint(1).paused(true));
        stage.has(endpoint(2).in(EndpointState.NEW));
        stage.has(endpoint(3).in(EndpointState.INVALID));
        for (int held = 1; held <= 3; held++) {
            stage.publish(held, 100);
        }

        stage.has(endpoint(9));
        stage.publish(9, 1);
        stage.run(Duration.ofSeconds(1));
        stage.publish(9, 20);

        // All twenty went into memory: none had to be read back.
        assertThat(stage.store.asked).isEmpty();
    }

    @Test
    void dead_endpoints_do_not_crowd_out_others_from_memory() {
        Stage stage = new Stage(ready(100));
        for (int dead = 1; dead <= 20; dead++) {
            stage.has(endpoint(dead).retrying(EACH_MINUTE), _ -> Receiver.says(200));
            stage.publish(dead, 1);
        }
        stage.run(Duration.ofSeconds(1));
        for (int dead = 1; dead <= 20; dead++) {
            stage.has(endpoint(dead).retrying(EACH_MINUTE), _ -> Receiver.refuses());
            stage.publish(dead, 200);
        }
        stage.run(Duration.ofSeconds(2));

        stage.has(endpoint(99));
        stage.publish(99, 2_000);
        stage.run(Duration.ofSeconds(4));

        assertThat(stage.callsTo(99)).hasSize(2_000);
    }

    @Test
    void every_lane_goes_on_when_all_memory_for_rows_is_taken() {
        Stage stage = new Stage(ready(50));
        for (int slow = 1; slow <= 20; slow++) {
            stage.has(endpoint(slow).perSecond(1.0));
            stage.publish(slow, 100);
        }
        stage.run(Duration.ofSeconds(5));

        stage.has(endpoint(99));
        stage.publish(99, 1_000);
        stage.run(Duration.ofSeconds(3));

        assertThat(stage.callsTo(99)).hasSize(1_000);
    }

    @Test
    void when_memory_is_short_lanes_ask_the_store_one_after_another() {
        Stage stage = new Stage(ready(300));
        for (int lane = 1; lane <= 30; lane++) {
            stage.stored(lane, 200);
        }
        for (int lane = 1; lane <= 30; lane++) {
            stage.has(endpoint(lane).maxInFlight(4), _ -> Receiver.saysAfter(100, 200));
        }
        stage.restart();

        stage.run(Duration.ofSeconds(30));

        // Without restraint each lane reads 128 rows for the few there is room for.
        assertThat(stage.store.rows.pending()).isZero();
        assertThat(stage.store.handedOut).isLessThan(2 * 30 * 200);
    }

    @Test
    void organisations_share_the_slots_whatever_they_have_to_send() {
        Stage stage = new Stage(slots(8));
        for (int lane = 1; lane <= 20; lane++) {
            stage.has(endpoint(lane).of(1), _ -> Receiver.saysAfter(100, 200));
            stage.publish(lane, 1);
        }
        stage.has(endpoint(99).of(2), _ -> Receiver.saysAfter(100, 200));
        stage.publish(99, 1);
        stage.run(Duration.ofSeconds(2));
        for (int lane = 1; lane <= 20; lane++) {
            stage.publish(lane, 100);
        }
        stage.publish(99, 100);
        stage.calls.clear();

        stage.run(Duration.ofSeconds(2));

        List<Long> sentTo = stage.calls.stream().map(Call::endpoint).toList();
        assertThat(Collections.frequency(sentTo, 99L))
                .isBetween(sentTo.size() * 4 / 10, sentTo.size() / 2 + 1);
    }

    private static DispatchLimits slots(int maxInFlight) {
        return new DispatchLimits(maxInFlight, 64, 50_000, 64 << 20, 64 << 20, Receiver.DEADLINE);
    }

    private static DispatchLimits ready(int maxReady) {
        return new DispatchLimits(1_000, 64, maxReady, 64 << 20, 64 << 20, Receiver.DEADLINE);
    }
}
