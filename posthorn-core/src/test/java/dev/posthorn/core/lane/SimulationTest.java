package dev.posthorn.core.lane;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Replay one: {@code mvn -pl posthorn-core test -Dtest=SimulationTest -Dposthorn.seed=17}. How many
 * worlds: {@code -Dposthorn.seeds}; a plain test run is for the quick answer, {@code ./check} asks
 * for 200.
 */
class SimulationTest {
    private static final long SEEDS = Long.getLong("posthorn.seeds", 20);

    @Test
    void keeps_its_promises_whatever_the_world_does() {
        Long one = Long.getLong("posthorn.seed");
        LongStream seeds = one == null ? LongStream.range(0, SEEDS) : LongStream.of(one);
        seeds.forEach(SimulationTest::run);
    }

    private static void run(long seed) {
        try {
            new SimulatedWorld(seed).run();
        } catch (AssertionError broken) {
            throw new AssertionError(
                    "seed "
                            + seed
                            + ": "
                            + broken.getMessage()
                            + "\nagain with -Dtest=SimulationTest -Dposthorn.seed="
                            + seed,
                    broken);
        }
    }
}
