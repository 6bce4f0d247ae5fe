package dev.posthorn.bench.report;

import dev.posthorn.bench.ledger.Balance;
import dev.posthorn.bench.ledger.Latency;
import java.util.List;

/**
 * What one run of one program under test came to. Latencies are microseconds from when the event
 * was due.
 *
 * @param toSend how late the load generator was
 * @param objections why the run is void; empty when it counts
 */
public record Run(
        String subject,
        int number,
        double acceptedPerSecond,
        double deliveredPerSecond,
        Latency toReceiver,
        Latency toAnswer,
        Latency toSend,
        Usage usage,
        Balance balance,
        List<String> objections) {
    public boolean isVoid() {
        return !objections.isEmpty();
    }
}
