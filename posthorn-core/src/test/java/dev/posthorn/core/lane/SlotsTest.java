package dev.posthorn.core.lane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlotsTest {
    @Test
    void lanes_that_are_not_proven_share_half() {
        Slots slots = new Slots(4, 1_000);

        slots.take(false, 0);
        slots.take(false, 0);

        assertThat(slots.free(false)).isFalse();
        assertThat(slots.free(true)).isTrue();
    }

    @Test
    void proven_lanes_may_have_them_all() {
        Slots slots = taken(new Slots(4, 1_000), 4);

        assertThat(slots.taken()).isEqualTo(4);
        assertThat(slots.free(true)).isFalse();
        assertThat(slots.free(false)).isFalse();
    }

    @Test
    void one_slot_is_open_to_both() {
        Slots slots = new Slots(1, 1_000);

        assertThat(slots.free(true)).isTrue();
        assertThat(slots.free(false)).isTrue();
    }

    @Test
    void payload_bytes_fill_it_as_well() {
        Slots slots = new Slots(4, 1_000);

        slots.take(true, 600);
        assertThat(slots.free(true)).isTrue();
        slots.take(true, 600);

        assertThat(slots.free(true)).isFalse();
    }

    @Test
    void a_payload_beyond_all_bytes_leaves_alone() {
        Slots slots = new Slots(4, 1_000);
        assertThat(slots.free(true)).isTrue();

        slots.take(true, 5_000);
        assertThat(slots.free(true)).isFalse();
        slots.giveBack(true, 5_000);

        assertThat(slots.free(true)).isTrue();
    }

    @Test
    void what_is_given_back_is_free_again() {
        Slots slots = new Slots(2, 1_000);
        slots.take(false, 1_000);

        slots.giveBack(false, 1_000);

        assertThat(slots.taken()).isZero();
        assertThat(slots.free(false)).isTrue();
    }

    private static Slots taken(Slots slots, int proven) {
        for (int i = 0; i < proven; i++) {
            slots.take(true, 0);
        }
        return slots;
    }
}
