package dev.posthorn.core.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
    @Test
    void lanes_of_one_organisation_take_turns() {
        Turns turns = with(lane(1, 1), lane(2, 1), lane(3, 1));

        assertThat(ids(turns, 7)).containsExactly(1L, 2L, 3L, 1L, 2L, 3L, 1L);
    }

    @Test
    void an_organisation_with_many_lanes_gets_no_more_turns_than_one_with_a_single_lane() {
        Turns turns = with(lane(1, 1), lane(2, 1), lane(3, 1), lane(9, 2));

        assertThat(ids(turns, 8)).containsExactly(1L, 9L, 2L, 9L, 3L, 9L, 1L, 9L);
    }

    @Test
    void nobody_is_next_when_all_have_left() {
        Turns turns = with(lane(1, 1));

        turns.next();

        assertThat(turns.isEmpty()).isTrue();
        assertThat(turns.next()).isNull();
    }

    @Test
    void a_lane_may_leave_before_its_turn() {
        Lane leaving = lane(2, 1);
        Lane alone = lane(9, 2);
        Turns turns = with(lane(1, 1), leaving, alone);

        turns.remove(leaving);
        turns.remove(alone);

        assertThat(ids(turns, 3)).containsExactly(1L, 1L, 1L);
    }

    @Test
    void taking_out_who_is_not_there_changes_nothing() {
        Turns turns = with(lane(1, 1));

        turns.remove(lane(2, 1));
        turns.remove(lane(3, 2));

        assertThat(ids(turns, 1)).containsExactly(1L);
    }

    private static Lane lane(long endpoint, long organisation) {
        return SampleLane.lane(endpoint, organisation);
    }

    private static Turns with(Lane... lanes) {
        Turns turns = new Turns();
        for (Lane lane : lanes) {
            turns.add(lane);
        }
        return turns;
    }

    /** Who comes next, each going to the end of the line again. */
    private static List<Long> ids(Turns turns, int count) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Lane lane = turns.next();
            ids.add(lane.id().seq());
            turns.add(lane);
        }
        return ids;
    }
}
