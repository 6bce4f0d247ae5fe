package dev.posthorn.bench.scenario;

import dev.posthorn.bench.machine.Machine;
import java.util.List;

/**
 * Everything a bench of scenarios came to.
 *
 * @param load of the sustained throughput, in words
 * @param barePerSecond deliveries of the bare pipeline at that load: what goals are scaled by
 */
public record SuiteReport(Machine machine, String load, double barePerSecond, List<Act> acts) {
    public SuiteReport {
        acts = List.copyOf(acts);
    }

    public boolean isVoid() {
        return acts.stream().anyMatch(Act::isVoid);
    }
}
