package dev.posthorn.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BitsTest {
    private final Bits bits = new Bits();

    @Test
    void knows_what_was_added_across_chunks() {
        long[] numbers = {0, 63, 64, (1 << 20) - 1, 1 << 20, 5_000_000};

        for (long number : numbers) {
            assertThat(bits.contains(number)).isFalse();
            assertThat(bits.add(number)).isTrue();
            assertThat(bits.add(number)).isFalse();
            assertThat(bits.contains(number)).isTrue();
        }
        assertThat(bits.contains(1)).isFalse();
    }
}
