package dev.posthorn.bench.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The balance of a run: deliveries created = delivered + failed + cancelled + pending. The left
 * side and {@code delivered} are counted outside the program under test, the rest is what it says.
 */
public record Balance(Counts counts, long failed, long cancelled, long pending) {
    /** Deliveries that nobody can account for; negative when more is claimed than was created. */
    public long lost() {
        return counts.outstanding() - failed - cancelled - pending;
    }

    /** Why the run is void, in sentences; empty when it counts. */
    public List<String> objections() {
        List<String> found = new ArrayList<>();
        if (lost() != 0) {
            found.add("the ledger does not balance: " + lost() + " lost");
        }
        if (counts.misrouted() > 0) {
            found.add(counts.misrouted() + " arrivals at an endpoint they were not meant for");
        }
        if (counts.badSignatures() > 0) {
            found.add(counts.badSignatures() + " sampled signatures did not verify");
        }
        if (counts.accepted() == 0) {
            found.add("nothing was accepted");
        }
        return found;
    }

    /** One line: {@code 300000 = 300000 delivered + 0 failed + …}. */
    public String line() {
        return "%d created = %d delivered + %d failed + %d cancelled + %d pending, lost %d, duplicates %d"
                .formatted(
                        counts.created(),
                        counts.arrived(),
                        failed,
                        cancelled,
                        pending,
                        lost(),
                        counts.duplicates());
    }
}
