package dev.posthorn.bench;

import java.util.List;
import picocli.CommandLine.Option;

/** Which scenarios to measure, if any. */
final class ScenarioOptions {
    @Option(
            names = "--scenario",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Measure these rows of the table of goals, or 'all', and say which are kept."
                            + " The other options say what they start from.")
    private List<String> names = List.of();

    @Option(names = "--list", description = "Name the scenarios and end.")
    private boolean list;

    @Option(
            names = "--size",
            paramLabel = "SHARE",
            description =
                    "Share of the endpoints, rows and pending deliveries that scenarios call for;"
                            + " below 1 the figures are no verdict.")
    private double size = 1;

    @Option(
            names = "--bare",
            paramLabel = "DELIVERIES",
            description =
                    "Deliveries per second of the bare pipeline in an earlier run here, to scale goals"
                            + " by; measured where it is not given.")
    private double barePerSecond;

    List<String> names() {
        return names;
    }

    boolean list() {
        return list;
    }

    double size() {
        return size;
    }

    double barePerSecond() {
        return barePerSecond;
    }
}
