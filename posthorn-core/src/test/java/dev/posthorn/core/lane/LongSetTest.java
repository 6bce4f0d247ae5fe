package dev.posthorn.core.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LongSetTest {
    @Test
    void is_empty_at_first() {
        LongSet set = new LongSet();

        assertThat(set.size()).isZero();
        assertThat(set.contains(1)).isFalse();
        assertThat(set.remove(1)).isFalse();
    }

    @Test
    void holds_what_was_added_once() {
        LongSet set = new LongSet();

        assertThat(set.add(7)).isTrue();
        assertThat(set.add(7)).isFalse();
        assertThat(set.size()).isEqualTo(1);
        assertThat(set.remove(7)).isTrue();
        assertThat(set.contains(7)).isFalse();
    }

    /** Rows of a lane that was not ordered by entity carry the key 0. */
    @Test
    void knows_zero_from_a_free_slot() {
        LongSet set = new LongSet();

        assertThat(set.contains(0)).isFalse();
        assertThat(set.add(0)).isTrue();
        assertThat(set.add(0)).isFalse();
        assertThat(set.size()).isEqualTo(1);
        assertThat(set.remove(0)).isTrue();
        assertThat(set.contains(0)).isFalse();
    }

    @Test
    void forgets_everything_when_cleared() {
        LongSet set = new LongSet();
        for (long value = 0; value < 100; value++) {
            set.add(value);
        }

        set.clear();

        assertThat(set.size()).isZero();
        assertThat(set.contains(0)).isFalse();
        assertThat(set.contains(99)).isFalse();
    }

    /** Neighbours, as ids are, and values far apart, as entity keys are. */
    @Test
    void agrees_with_a_hash_set_whatever_is_done_to_it() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            long spread = seed % 2 == 0 ? 1 : 0x9E3779B97F4A7C15L;
            agrees(random, spread, "seed " + seed);
        }
    }

    private static void agrees(Random random, long spread, String seed) {
        LongSet set = new LongSet();
        Set<Long> expected = new HashSet<>();
        for (int step = 0; step < 2_000; step++) {
            long value = random.nextInt(200) * spread;
            boolean add = random.nextInt(100) < (step < 1_000 ? 60 : 40);
            assertThat(add ? set.add(value) : set.remove(value))
                    .as(seed)
                    .isEqualTo(add ? expected.add(value) : expected.remove(value));
        }
        for (int i = 0; i < 200; i++) {
            long value = i * spread;
            assertThat(set.contains(value)).as(seed).isEqualTo(expected.contains(value));
        }
        assertThat(set.size()).as(seed).isEqualTo(expected.size());
    }
}
