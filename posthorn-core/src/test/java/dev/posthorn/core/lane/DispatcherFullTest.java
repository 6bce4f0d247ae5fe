package dev.posthorn.core.lane;

import static dev.posthorn.core.endpoint.SampleEndpoint.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.Ordering;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When an endpoint is full, and when it has room again. */
class DispatcherFullTest {
    private static final EndpointId ONE = new EndpointId(1);

    private final Stage stage = new Stage();

    @ParameterizedTest
    @EnumSource
    void an_endpoint_that_answers_nothing_fills_up_and_has_room_when_it_is_back(Ordering ordering) {
        stage.has(endpoint(1).ordered(ordering).paused(true), _ -> Receiver.saysAfter(100, 200));
        stage.publish(1, Stage.FULL);
        assertThat(stage.full.contains(ONE)).isTrue();

        stage.has(endpoint(1).ordered(ordering));
        stage.run(Duration.ofMinutes(1));

        assertThat(stage.lane(1).pending()).isZero();
        assertThat(stage.full.none()).isTrue();
        assertThat(stage.filled).containsExactly(ONE);
    }

    @Test
    void it_has_room_again_before_everything_is_settled() {
        stage.has(endpoint(1).ordered(Ordering.FIFO), _ -> Receiver.saysAfter(1_000, 200));
        stage.publish(1, Stage.FULL);

        stage.run(Duration.ofSeconds(4));
        assertThat(stage.full.contains(ONE)).isTrue();
        stage.run(Duration.ofSeconds(2));

        assertThat(stage.lane(1).pending()).isEqualTo(Stage.FULL - 5);
        assertThat(stage.full.contains(ONE)).isFalse();
    }

    @Test
    void others_are_not_full_for_it() {
        stage.has(endpoint(1).paused(true));
        stage.has(endpoint(2));
        stage.publish(1, Stage.FULL);
        stage.publish(2, Stage.FULL - 1);

        assertThat(stage.filled).containsExactly(ONE);
    }

    @Test
    void what_the_store_has_at_the_start_counts() {
        stage.has(endpoint(1).paused(true));
        stage.stored(1, Stage.FULL);

        stage.restart();

        assertThat(stage.full.contains(ONE)).isTrue();
    }

    @Test
    void what_is_sent_again_counts() {
        stage.has(endpoint(1));
        stage.publish(1, 1);
        stage.run(Duration.ofSeconds(1));
        stage.has(endpoint(1).paused(true));
        stage.publish(1, Stage.FULL - 1);
        assertThat(stage.full.none()).isTrue();

        stage.resend(1);

        assertThat(stage.full.contains(ONE)).isTrue();
    }

    @Test
    void a_deactivated_endpoint_has_nothing_pending_and_is_not_full() {
        stage.has(endpoint(1).paused(true));
        stage.publish(1, Stage.FULL);

        stage.has(endpoint(1).in(EndpointState.DEACTIVATED));
        stage.run(Duration.ofMinutes(1));

        assertThat(stage.full.none()).isTrue();
    }
}
