package dev.posthorn.core.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WakeQueueTest {
    private static final long NEVER = WakeQueue.NEVER;

    @Test
    void an_empty_one_wakes_nobody() {
        WakeQueue wakes = new WakeQueue();

        assertThat(wakes.nextMs()).isEqualTo(NEVER);
        assertThat(wakes.due(Long.MAX_VALUE - 1)).isNull();
    }

    @Test
    void wakes_each_lane_once_when_its_time_has_come() {
        WakeQueue wakes = new WakeQueue();
        Lane lane = SampleLane.lane(1);
        wakes.set(lane, 100);

        assertThat(wakes.due(99)).isNull();
        assertThat(wakes.due(100)).isSameAs(lane);
        assertThat(wakes.due(100)).isNull();
        assertThat(wakes.nextMs()).isEqualTo(NEVER);
    }

    @Test
    void the_earliest_goes_first_and_two_lanes_may_share_a_moment() {
        WakeQueue wakes = new WakeQueue();
        Lane late = SampleLane.lane(1);
        Lane early = SampleLane.lane(2);
        Lane alsoEarly = SampleLane.lane(3);
        wakes.set(late, 200);
        wakes.set(early, 100);
        wakes.set(alsoEarly, 100);

        assertThat(wakes.nextMs()).isEqualTo(100);
        assertThat(due(wakes, 200)).containsExactly(early, alsoEarly, late);
    }

    @Test
    void a_timer_set_anew_replaces_the_old_one() {
        WakeQueue wakes = new WakeQueue();
        Lane lane = SampleLane.lane(1);

        wakes.set(lane, 100);
        wakes.set(lane, 300);
        assertThat(wakes.due(200)).isNull();
        wakes.set(lane, 150);

        assertThat(wakes.nextMs()).isEqualTo(150);
        assertThat(due(wakes, 400)).containsExactly(lane);
    }

    @Test
    void a_timer_is_taken_out_with_never() {
        WakeQueue wakes = new WakeQueue();
        Lane lane = SampleLane.lane(1);
        wakes.set(lane, 100);

        wakes.set(lane, NEVER);

        assertThat(wakes.nextMs()).isEqualTo(NEVER);
        assertThat(wakes.due(200)).isNull();
    }

    /** A busy lane with a retry due tomorrow sets its timer to now and to tomorrow by turns. */
    @Test
    void a_timer_set_to_and_fro_goes_off_once() {
        WakeQueue wakes = new WakeQueue();
        Lane lane = SampleLane.lane(1);

        for (int i = 0; i < 1_000; i++) {
            wakes.set(lane, 86_400_000);
            wakes.set(lane, i);
        }
        wakes.set(lane, 86_400_000);

        assertThat(wakes.nextMs()).isEqualTo(86_400_000);
        assertThat(due(wakes, 86_400_000)).containsExactly(lane);
    }

    @Test
    void agrees_with_a_map_whatever_is_done_to_it() {
        Random random = new Random(1);
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            lanes.add(SampleLane.lane(i));
        }
        WakeQueue wakes = new WakeQueue();
        Map<Lane, Long> expected = new HashMap<>();
        for (int step = 0; step < 5_000; step++) {
            Lane lane = lanes.get(random.nextInt(lanes.size()));
            long atMs = random.nextInt(5) == 0 ? NEVER : random.nextInt(1_000);
            wakes.set(lane, atMs);
            expected.put(lane, atMs);
            assertThat(wakes.nextMs())
                    .isEqualTo(expected.values().stream().min(Long::compare).orElseThrow());
        }
    }

    private static List<Lane> due(WakeQueue wakes, long nowMs) {
        List<Lane> due = new ArrayList<>();
        for (Lane lane = wakes.due(nowMs); lane != null; lane = wakes.due(nowMs)) {
            due.add(lane);
        }
        return due;
    }
}
