package dev.posthorn.core.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome.Blocked;
import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.AttemptOutcome.Rejected;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneSignalsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void shrinks_the_window_when_the_receiver_is_under_load(int status) {
        assertThat(LaneSignals.shrinksWindow(new Rejected(status, null))).isTrue();
    }

    @Test
    void shrinks_the_window_on_a_timeout_and_nothing_else() {
        assertThat(LaneSignals.shrinksWindow(new TimedOut(HOUR))).isTrue();
        assertThat(LaneSignals.shrinksWindow(new Rejected(500, HOUR))).isFalse();
        assertThat(LaneSignals.shrinksWindow(new Delivered(200))).isFalse();
        assertThat(LaneSignals.shrinksWindow(new Blocked(""))).isFalse();
        assertThat(LaneSignals.shrinksWindow(new Unreachable(Fault.CONNECTION_REFUSED, "")))
                .isFalse();
    }

    @Test
    void pauses_the_lane_only_where_the_whole_receiver_is_meant() {
        assertThat(LaneSignals.pause(new Rejected(429, HOUR))).contains(HOUR);
        assertThat(LaneSignals.pause(new Rejected(503, HOUR))).contains(HOUR);
        assertThat(LaneSignals.pause(new Rejected(503, null))).isEmpty();
        assertThat(LaneSignals.pause(new Rejected(500, HOUR))).isEmpty();
        assertThat(LaneSignals.pause(new TimedOut(HOUR))).isEmpty();
    }

    @Test
    void knows_who_is_gone() {
        assertThat(LaneSignals.gone(new Rejected(410, null))).isTrue();
        assertThat(LaneSignals.gone(new Rejected(404, null))).isFalse();
    }
}
