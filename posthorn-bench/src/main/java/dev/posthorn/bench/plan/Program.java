package dev.posthorn.bench.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * How the programs under test are started.
 *
 * @param loops event loops: 1 shared by server and sender, 2 one each
 * @param maxInFlight requests to receivers at one time
 * @param storedEvents events of other organisations that are stored before Posthorn starts, over a
 *     month, with eight deliveries each
 * @param heap as after {@code -Xmx}
 * @param jvmOptions further ones
 * @param serverSettings of Posthorn alone, each {@code name=value}
 */
public record Program(
        int loops,
        int maxInFlight,
        int storedEvents,
        String heap,
        List<String> jvmOptions,
        List<String> serverSettings) {
    public Program {
        jvmOptions = List.copyOf(jvmOptions);
        serverSettings = List.copyOf(serverSettings);
    }

    public Program withMaxInFlight(int most) {
        return new Program(loops, most, storedEvents, heap, jvmOptions, serverSettings);
    }

    public Program withStoredEvents(int events) {
        return new Program(loops, maxInFlight, events, heap, jvmOptions, serverSettings);
    }

    public Program withHeap(String next) {
        return new Program(loops, maxInFlight, storedEvents, next, jvmOptions, serverSettings);
    }

    /** The settings given by hand come last and win. */
    public Program withSettings(String... further) {
        List<String> all = new ArrayList<>(List.of(further));
        all.addAll(serverSettings);
        return new Program(loops, maxInFlight, storedEvents, heap, jvmOptions, all);
    }

    String line() {
        String stored =
                storedEvents == 0 ? "" : ", %,d events stored before".formatted(storedEvents);
        return "%d event loops, %d in flight, heap %s%s"
                .formatted(loops, maxInFlight, heap, stored);
    }
}
