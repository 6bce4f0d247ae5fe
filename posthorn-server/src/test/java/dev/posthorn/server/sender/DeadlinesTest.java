package dev.posthorn.server.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlinesTest {
    private long now = -5_000_000_000L;
    private final Deadlines deadlines = new Deadlines(now);
    private final List<String> expired = new ArrayList<>();

    @Test
    void expires_after_its_time_and_not_before() {
        deadlines.arm(named("a"), now, Duration.ofMillis(100));

        pass(Duration.ofMillis(99));
        assertThat(expired).isEmpty();
        pass(Duration.ofMillis(11));
        assertThat(expired).containsExactly("a");
        assertThat(deadlines.armed()).isZero();
    }

    @Test
    void what_is_dropped_does_not_expire() {
        Deadlines.Deadline dropped = named("dropped");
        deadlines.arm(named("a"), now, Duration.ofMillis(100));
        deadlines.arm(dropped, now, Duration.ofMillis(100));
        deadlines.arm(named("b"), now, Duration.ofMillis(100));
        deadlines.drop(dropped);
        deadlines.drop(dropped);

        pass(Duration.ofSeconds(1));
        assertThat(expired).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void what_expires_may_drop_its_neighbours_and_set_itself_anew() {
        Deadlines.Deadline neighbour = named("neighbour");
        Deadlines.Deadline again =
                new Deadlines.Deadline() {
                    @Override
                    void expired() {
                        expired.add("again");
                        deadlines.drop(neighbour);
                        deadlines.arm(this, now, Duration.ofMillis(50));
                    }
                };
        deadlines.arm(neighbour, now, Duration.ofMillis(100));
        deadlines.arm(again, now, Duration.ofMillis(100));

        pass(Duration.ofMillis(110));
        assertThat(expired).containsExactly("again");
        pass(Duration.ofMillis(60));
        assertThat(expired).containsExactly("again", "again");
    }

    @Test
    void goes_round_for_what_is_further_away_than_a_turn() {
        deadlines.arm(named("far"), now, Duration.ofSeconds(60));

        pass(Duration.ofSeconds(59));
        assertThat(expired).isEmpty();
        pass(Duration.ofSeconds(2));
        assertThat(expired).containsExactly("far");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void keeps_to_time_whatever_is_armed_and_dropped(long seed) {
        Random random = new Random(seed);
        Map<String, Long> due = new HashMap<>();
        Map<String, Deadlines.Deadline> all = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            String name = "d" + i;
            Duration after = Duration.ofMillis(random.nextInt(50_000));
            all.put(name, named(name));
            due.put(name, now + after.toNanos());
            deadlines.arm(all.get(name), now, after);
            if (random.nextInt(3) > 0) {
                String victim = "d" + random.nextInt(i + 1);
                deadlines.drop(all.get(victim));
                due.remove(victim);
            }
            pass(Duration.ofNanos(random.nextInt(20_000_000)));
            for (String each : expired) {
                assertThat(now - due.remove(each)).as(each).isBetween(0L, 40_000_000L);
            }
            expired.clear();
            assertThat(deadlines.armed()).isEqualTo(due.size());
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
        deadlines.advance(now);
    }

    private Deadlines.Deadline named(String name) {
        return new Deadlines.Deadline() {
            @Override
            void expired() {
                expired.add(name);
            }
        };
    }
}
