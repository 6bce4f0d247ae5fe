package dev.posthorn.core.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.core.endpoint.EndpointId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardIdTest {
    private static final long FIRST = 1_700_000_000_000L << 15;

    /** The top byte of the number times 2^64 over the golden ratio; worked out apart from it. */
    @ParameterizedTest
    @CsvSource({
        "1, 158",
        "2, 60",
        "55705600000000000, 116",
        "55705600000000001, 18",
        "57949205307392007, 122"
    })
    void an_endpoint_keeps_its_shard_for_good(long endpoint, int shard) {
        assertThat(ShardId.of(new EndpointId(endpoint))).isEqualTo(new ShardId(shard));
    }

    @Test
    void endpoints_made_one_after_another_are_spread_evenly() {
        assertThat(counts(LongStream.range(0, 25_600).map(i -> FIRST + i)))
                .allMatch(ShardIdTest::near);
    }

    @Test
    void so_are_endpoints_made_a_second_apart() {
        assertThat(counts(LongStream.range(0, 25_600).map(i -> FIRST + i * (1_000L << 15))))
                .allMatch(ShardIdTest::near);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 256})
    void there_are_256(int number) {
        assertThat(ShardId.ALL).hasSize(256);
        assertThatThrownBy(() -> new ShardId(number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such shard: " + number);
    }

    private static List<Integer> counts(LongStream endpoints) {
        int[] counts = new int[ShardId.COUNT];
        endpoints.forEach(seq -> counts[ShardId.of(new EndpointId(seq)).number()]++);
        return Arrays.stream(counts).boxed().toList();
    }

    /** A hundred each, give or take. */
    private static boolean near(int count) {
        return count >= 50 && count <= 200;
    }
}
