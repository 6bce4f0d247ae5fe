package dev.posthorn.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LatencySketchTest {
    private final LatencySketch sketch = new LatencySketch();

    @Test
    void says_nothing_about_no_answers() {
        assertThat(sketch.micros(0.5)).isEmpty();
    }

    @Test
    void is_close_to_the_true_percentiles() {
        int[] micros = new Random(3).ints(10_000, 200, 900_000).sorted().toArray();
        for (int one : micros) {
            sketch.add(one);
        }
        close(0.5, micros[5_000]);
        close(0.95, micros[9_500]);
        close(0.99, micros[9_900]);
    }

    private void close(double share, long truly) {
        assertThat(sketch.micros(share).orElseThrow()).isCloseTo(truly, withinPercentage(13));
    }

    @Test
    void takes_the_shortest_and_the_longest() {
        sketch.add(0);
        assertThat(sketch.micros(1).orElseThrow()).isEqualTo(89);
        sketch.add(Integer.MAX_VALUE);
        assertThat(sketch.micros(1).orElseThrow()).isGreaterThan(180_000_000);
    }

    @Test
    void of_two_spans_together_is_that_of_both() {
        sketch.add(1_000);
        LatencySketch other = new LatencySketch();
        other.add(1_000);
        other.add(5_000_000);
        sketch.add(other);
        LatencySketch both = new LatencySketch();
        both.add(1_000);
        both.add(1_000);
        both.add(5_000_000);
        assertThat(sketch).isEqualTo(both);
    }
}
