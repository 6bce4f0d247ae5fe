package dev.posthorn.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalTest {
    @Test
    void a_rate_shrinks_with_the_bare_pipeline() {
        Goal goal = Goal.perSecond(30_000);

        assertThat(goal.here(25_000)).isEqualTo(15_000);
        assertThat(goal.isKept(15_000, 15_001)).isTrue();
        assertThat(goal.isKept(15_000, 14_999)).isFalse();
    }

    @Test
    void a_time_grows_as_the_bare_pipeline_slows() {
        Goal goal = Goal.within(20, Unit.MILLIS);

        assertThat(goal.here(25_000)).isEqualTo(40);
        assertThat(goal.isKept(40, 39)).isTrue();
        assertThat(goal.isKept(40, 41)).isFalse();
    }

    @Test
    void a_faster_machine_gets_no_harder_goals() {
        assertThat(Goal.perSecond(30_000).here(80_000)).isEqualTo(30_000);
    }

    @Test
    void a_ratio_is_the_same_everywhere() {
        assertThat(Goal.atLeast(0.6, Unit.TIMES).here(10_000)).isEqualTo(0.6);
    }

    @Test
    void reads_as_people_write_it() {
        assertThat(Goal.perSecond(30_000).text(12_345)).isEqualTo("≥ 12,345/s");
        assertThat(Goal.within(2, Unit.SECONDS).text(2)).isEqualTo("≤ 2.00 s");
        assertThat(Goal.told(Unit.MIB).text(2)).isEmpty();
    }
}
