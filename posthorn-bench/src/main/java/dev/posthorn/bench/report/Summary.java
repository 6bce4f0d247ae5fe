package dev.posthorn.bench.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Medians over the runs of one program under test.
 *
 * @param p50Micros from scheduled publish to the receiver
 * @param p99Micros the same
 * @param diskBytes of the data folder after a clean stop, per delivery of its whole life
 */
public record Summary(
        String subject,
        double acceptedPerSecond,
        double deliveredPerSecond,
        double p50Micros,
        double p99Micros,
        double cpuMicros,
        double diskBytes) {
    public static Summary of(String subject, List<Run> all, double diskBytes) {
        List<Run> runs = all.stream().filter(run -> run.subject().equals(subject)).toList();
        return new Summary(
                subject,
                median(runs, Run::acceptedPerSecond),
                median(runs, Run::deliveredPerSecond),
                median(runs, run -> run.toReceiver().p50()),
                median(runs, run -> run.toReceiver().p99()),
                median(runs, run -> run.usage().cpuMicros()),
                diskBytes);
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
        return Median.of(runs.stream().mapToDouble(figure));
    }
}
