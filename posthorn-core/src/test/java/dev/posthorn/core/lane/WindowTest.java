package dev.posthorn.core.lane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowTest {
    @Test
    void starts_at_eight_or_at_its_limit() {
        assertThat(new Window(100).size()).isEqualTo(8);
        assertThat(new Window(3).size()).isEqualTo(3);
    }

    @Test
    void doubles_with_each_round_trip_while_it_is_used() {
        Window window = new Window(100);

        roundTrip(window);
        assertThat(window.size()).isEqualTo(16);
        roundTrip(window);
        assertThat(window.size()).isEqualTo(32);
    }

    @Test
    void never_outgrows_its_limit() {
        Window window = new Window(20);

        roundTrip(window);
        roundTrip(window);

        assertThat(window.size()).isEqualTo(20);
    }

    @Test
    void stays_as_it_is_while_less_than_half_of_it_is_used() {
        Window window = new Window(100);

        for (int i = 0; i < 50; i++) {
            window.success(3, 1);
        }

        assertThat(window.size()).isEqualTo(8);
    }

    @Test
    void halves_once_for_all_that_left_before_the_setback() {
        Window window = new Window(100);

        window.setback(1_000, 2_000);
        window.setback(1_001, 2_001);
        window.setback(1_999, 2_002);

        assertThat(window.size()).isEqualTo(4);
    }

    @Test
    void halves_again_for_what_left_after_the_setback() {
        Window window = new Window(100);

        window.setback(1_000, 2_000);
        window.setback(2_000, 3_000);

        assertThat(window.size()).isEqualTo(2);
    }

    @Test
    void never_falls_below_one() {
        Window window = new Window(100);

        for (int i = 0; i < 10; i++) {
            window.setback(i * 1_000L, i * 1_000L + 500);
        }

        assertThat(window.size()).isEqualTo(1);
    }

    @Test
    void grows_by_one_a_round_trip_above_what_was_too_much() {
        Window window = new Window(100);
        window.setback(0, 1);

        roundTrip(window);
        roundTrip(window);

        // Each answer adds a fraction, so that the last one may fall short by a hair.
        assertThat(window.size()).isBetween(5, 6);
    }

    @Test
    void after_an_outage_begins_with_one_and_doubles_up_to_what_it_had() {
        Window window = new Window(100);
        roundTrip(window);

        window.restart();
        assertThat(window.size()).isEqualTo(1);
        for (int i = 0; i < 4; i++) {
            roundTrip(window);
        }

        assertThat(window.size()).isEqualTo(16);
    }

    @Test
    void stops_growing_and_gives_way_while_answers_take_much_longer_than_the_quickest() {
        Window window = new Window(100);
        for (int i = 0; i < 32; i++) {
            window.success(window.size(), 5);
        }

        for (int i = 0; i < 400; i++) {
            window.success(window.size(), 50);
        }

        assertThat(window.size()).isBetween(20, 30);
    }

    @Test
    void grows_for_a_receiver_that_is_slow_but_steady() {
        Window window = new Window(100);

        for (int i = 0; i < 92; i++) {
            window.success(window.size(), 250);
        }

        assertThat(window.size()).isEqualTo(100);
    }

    /** Every request the window allows is answered well. */
    private static void roundTrip(Window window) {
        int requests = window.size();
        for (int i = requests; i > 0; i--) {
            window.success(requests, 1);
        }
    }
}
