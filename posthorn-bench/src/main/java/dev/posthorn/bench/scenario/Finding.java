package dev.posthorn.bench.scenario;

import org.jspecify.annotations.Nullable;

/**
 * A figure beside its goal.
 *
 * @param figure what was measured, in words
 * @param here the goal's value on this machine
 * @param toBare the figure divided by that of the bare pipeline in the same run; null without one
 */
public record Finding(
        String figure, Goal goal, double here, double measured, @Nullable Double toBare) {
    public boolean isKept() {
        return goal.isKept(here, measured);
    }

    /** At least 1 where the goal is kept; twice as good is 2. */
    double score() {
        return switch (goal.sense()) {
            case AT_LEAST -> measured / here;
            case AT_MOST -> here / Math.max(measured, Double.MIN_NORMAL);
            case TOLD -> 1;
        };
    }
}
