package dev.posthorn.bench.report;

import java.util.stream.DoubleStream;

/** The middle one, or the mean of the middle two. */
public final class Median {
    private Median() {}

    /** Of at least one value. */
    public static double of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
