package dev.posthorn.bench.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Medians over the runs of one program under test.
 *
 * @param diskBytes of the data folder after a clean stop, per delivery of its whole life
 */
public record Summary(
        String subject, double deliveredPerSecond, double cpuMicros, double diskBytes) {
    public static Summary of(String subject, List<Run> all, double diskBytes) {
        List<Run> runs = all.stream().filter(run -> run.subject().equals(subject)).toList();
        return new Summary(
                subject,
                median(runs, Run::deliveredPerSecond),
                median(runs, run -> run.usage().cpuMicros()),
                diskBytes);
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
