package dev.posthorn.core.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class SequenceTest {
    private static final long NOW = 1_700_000_000_000L;

    @Test
    void a_number_is_its_millisecond_and_a_counter_of_fifteen_bits() {
        Sequence sequence = new Sequence(0);

        assertThat(sequence.next(1, NOW)).isEqualTo(NOW * 32_768);
        assertThat(sequence.next(1, NOW)).isEqualTo(NOW * 32_768 + 1);
        assertThat(Sequence.firstOf(NOW)).isEqualTo(NOW * 32_768);
        assertThat(Sequence.millisOf(NOW * 32_768 + 32_767)).isEqualTo(NOW);
    }

    @Test
    void a_new_millisecond_begins_at_its_first_number() {
        Sequence sequence = new Sequence(0);
        sequence.next(1, NOW);

        assertThat(sequence.next(1, NOW + 1)).isEqualTo(Sequence.firstOf(NOW + 1));
    }

    @Test
    void several_are_drawn_in_a_row() {
        Sequence sequence = new Sequence(0);

        long first = sequence.next(5, NOW);

        assertThat(sequence.next(1, NOW)).isEqualTo(first + 5);
    }

    @Test
    void counts_on_when_the_clock_goes_back() {
        Sequence sequence = new Sequence(0);
        long before = sequence.next(1, NOW);

        assertThat(sequence.next(1, NOW - 3_600_000)).isEqualTo(before + 1);
    }

    @Test
    void borrows_from_the_next_millisecond_when_one_is_full() {
        Sequence sequence = new Sequence(0);
        sequence.next(32_768, NOW);

        long next = sequence.next(1, NOW);

        assertThat(next).isEqualTo(Sequence.firstOf(NOW + 1));
        assertThat(sequence.next(1, NOW + 1)).isEqualTo(next + 1);
    }

    @Test
    void starts_above_the_greatest_stored() {
        long stored = Sequence.firstOf(NOW + 60_000) + 7;

        assertThat(new Sequence(stored).next(1, NOW)).isEqualTo(stored + 1);
    }

    @Test
    void always_rises_whatever_the_clock_does() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Sequence sequence = new Sequence(0);
            long end = 0;
            long now = NOW;
            for (int i = 0; i < 2_000; i++) {
                now += random.nextInt(-20, 21);
                int count = random.nextInt(1, 20_000);
                long first = sequence.next(count, now);
                assertThat(first).as("seed %s", seed).isGreaterThanOrEqualTo(end);
                end = first + count;
            }
        }
    }

    @Test
    void gives_no_number_to_two_threads() throws InterruptedException {
        Sequence sequence = new Sequence(0);
        Set<Long> drawn = ConcurrentHashMap.newKeySet();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofPlatform().start(() -> draw(sequence, drawn)));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(drawn).hasSize(4 * 5_000);
        assertThat(Collections.max(drawn)).isEqualTo(Sequence.firstOf(NOW) + 4 * 5_000 - 1);
    }

    private static void draw(Sequence sequence, Set<Long> drawn) {
        for (int i = 0; i < 5_000; i++) {
            drawn.add(sequence.next(1, NOW));
        }
    }
}
