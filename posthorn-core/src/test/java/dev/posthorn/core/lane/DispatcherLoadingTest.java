package dev.posthorn.core.lane;

import static dev.posthorn.core.endpoint.SampleEndpoint.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.lane.Stage.Call;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rows come from the store and payloads may have to be loaded; reads take 1 ms. */
class DispatcherLoadingTest {
    @Test
    void begins_with_what_the_store_has() {
        Stage stage = new Stage();
        stage.stored(1, 3);
        stage.has(endpoint(1));

        stage.restart();
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.calls)
                .containsExactly(new Call(1, 1, 1, 1), new Call(1, 2, 1, 1), new Call(1, 3, 1, 1));
    }

    @Test
    void a_payload_there_was_no_room_for_is_loaded_when_it_is_sent() {
        Stage stage = new Stage(readyBytes(15));
        stage.has(endpoint(1).maxInFlight(1));

        stage.publish(1, 3);
        stage.run(Duration.ofSeconds(1));

        // 10 ms to answer, 1 ms to commit; the third was not in memory and takes 1 ms to load.
        assertThat(stage.calls)
                .containsExactly(
                        new Call(1, 1, 1, 0), new Call(1, 2, 1, 12), new Call(1, 3, 1, 24));
    }

    @Test
    void an_unreadable_store_is_asked_again_until_it_answers() {
        Stage stage = new Stage();
        stage.stored(1, 1);
        stage.has(endpoint(1));
        stage.store.unreadable = true;
        stage.restart();
        stage.run(Duration.ofSeconds(10));
        int asked = stage.store.asked.size();

        stage.store.unreadable = false;
        stage.run(Duration.ofSeconds(1));

        assertThat(asked).isBetween(30, 41);
        assertThat(stage.sentTo(1)).containsExactly(1);
    }

    @Test
    void a_payload_that_cannot_be_read_costs_no_attempt_and_no_slot() {
        Stage stage = new Stage(readyBytes(0));
        stage.has(endpoint(1));
        stage.store.unreadable = true;
        stage.publish(1, 1);
        stage.run(Duration.ofSeconds(10));
        assertThat(stage.dispatcher.inFlight()).isZero();

        stage.store.unreadable = false;
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.callsTo(1)).extracting(Call::attempt).containsExactly(1);
        assertThat(stage.store.rows.pending()).isZero();
    }

    @Test
    void a_payload_that_is_gone_fails_its_delivery() {
        Stage stage = new Stage(readyBytes(0));
        stage.has(endpoint(1).paused(true));
        stage.publish(1, 1);
        stage.store.rows.erase(stage.row(1).now().eventId());

        stage.has(endpoint(1));
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.calls).isEmpty();
        assertThat(stage.row(1).verdict())
                .isEqualTo(new Verdict.Failed(stage.beginMs + 2, "payload-gone"));
        assertThat(stage.dispatcher.inFlight()).isZero();
    }

    @Test
    void payloads_yet_to_be_loaded_count_as_big_as_they_may_be() {
        DispatchLimits limits = new DispatchLimits(100, 64, 1_000, 0, 4 << 20, Receiver.DEADLINE);
        Stage stage = new Stage(limits);
        stage.payloadBytes(1 << 20);
        stage.has(endpoint(1), _ -> Receiver.saysAfter(100, 200));

        stage.publish(1, 20);
        stage.run(Duration.ofMillis(50));

        assertThat(stage.calls).hasSize(4);
    }

    @Test
    void a_payload_that_is_loaded_counts_as_big_as_it_is() {
        DispatchLimits limits = new DispatchLimits(100, 64, 1_000, 0, 4 << 20, Receiver.DEADLINE);
        Stage stage = new Stage(limits);
        stage.has(endpoint(1), _ -> Receiver.saysAfter(100, 200));

        stage.publish(1, 8);
        stage.run(Duration.ofMillis(50));

        assertThat(stage.calls).hasSize(8);
    }

    @Test
    void what_was_loading_when_its_endpoint_was_paused_waits_in_the_store() {
        Stage stage = new Stage(readyBytes(0));
        stage.has(endpoint(1));
        stage.publish(1, 1);

        stage.has(endpoint(1).paused(true));
        stage.run(Duration.ofMinutes(1));
        assertThat(stage.calls).isEmpty();
        assertThat(stage.dispatcher.inFlight()).isZero();
        stage.has(endpoint(1));
        stage.run(Duration.ofSeconds(1));

        assertThat(stage.sentTo(1)).containsExactly(1);
    }

    @Test
    void a_backlog_of_200_000_is_never_in_memory() {
        Stage stage = new Stage();
        stage.stored(1, 200_000);
        stage.has(endpoint(1), _ -> Receiver.saysAfter(20, 200));
        stage.restart();

        long most = 0;
        for (int i = 0; i < 2_000; i++) {
            stage.run(Duration.ofMillis(1));
            most = Math.max(most, stage.store.handedOut - stage.calls.size());
        }

        assertThat(most).isLessThanOrEqualTo(128);
        assertThat(stage.calls.size()).isGreaterThan(5_000);
        assertThat(stage.lane(1).pending()).isGreaterThan(190_000);
    }

    private static DispatchLimits readyBytes(long most) {
        return new DispatchLimits(1_000, 64, 50_000, most, 64 << 20, Receiver.DEADLINE);
    }
}
