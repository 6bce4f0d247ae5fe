package dev.posthorn.bench.report;

import dev.posthorn.bench.machine.Machine;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Everything a bench came to.
 *
 * @param load what was measured, in words
 */
public record Report(Machine machine, String load, List<Run> runs, List<Summary> summaries) {
    private static final String OURS = "posthorn";
    private static final String BARE = "bare";

    public boolean isVoid() {
        return runs.stream().anyMatch(Run::isVoid);
    }

    /** Deliveries per second, ours divided by bare: what counts on any machine. */
    public OptionalDouble throughputRatio() {
        return ratio(Summary::deliveredPerSecond);
    }

    /** CPU per delivery, ours divided by bare. */
    public OptionalDouble cpuRatio() {
        return ratio(Summary::cpuMicros);
    }

    private OptionalDouble ratio(ToDoubleFunction<Summary> figure) {
        Optional<Summary> ours = summary(OURS);
        Optional<Summary> bare = summary(BARE);
        return ours.isPresent() && bare.isPresent()
                ? OptionalDouble.of(
                        figure.applyAsDouble(ours.get()) / figure.applyAsDouble(bare.get()))
                : OptionalDouble.empty();
    }

    /** The medians of a program by its name. */
    public Optional<Summary> summary(String subject) {
        return summaries.stream().filter(s -> s.subject().equals(subject)).findFirst();
    }
}
