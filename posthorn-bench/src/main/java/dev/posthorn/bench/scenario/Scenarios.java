package dev.posthorn.bench.scenario;

import dev.posthorn.bench.plan.BenchRefusal;
import java.util.List;
import java.util.stream.Collectors;

/** All scenarios, in the order of the table of goals. */
public final class Scenarios {
    private static final String ALL = "all";

    private static final List<Scenario> SCENARIOS =
            List.of(
                    new Throughput(),
                    Variant.manyEndpoints(),
                    Variant.storedRows(),
                    Variant.idempotencyKeys(),
                    new FixedRate(),
                    new Accepting(),
                    new FanOut(),
                    new Hanging(),
                    SlowTls.many(),
                    SlowTls.alone(),
                    new Backlog(),
                    new StartToReady(),
                    new Restart(),
                    new Idle());

    private Scenarios() {}

    static List<Scenario> named(List<String> names) {
        if (names.contains(ALL)) {
            return SCENARIOS;
        }
        names.forEach(Scenarios::check);
        return SCENARIOS.stream().filter(scenario -> names.contains(scenario.name())).toList();
    }

    private static void check(String name) {
        if (SCENARIOS.stream().noneMatch(scenario -> scenario.name().equals(name))) {
            String known = SCENARIOS.stream().map(Scenario::name).collect(Collectors.joining(", "));
            throw new BenchRefusal("no scenario " + name + ": there is all, " + known);
        }
    }

    /** A line for each: its name and what it measures. */
    public static String list() {
        return SCENARIOS.stream()
                .map(scenario -> "%-18s %s%n".formatted(scenario.name(), scenario.about()))
                .collect(Collectors.joining());
    }
}
