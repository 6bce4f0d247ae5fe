package dev.posthorn.bench.scenario;

import dev.posthorn.bench.report.Run;
import java.util.List;

/** What one scenario came to, with the runs its findings rest on. */
public record Act(String scenario, List<Finding> findings, List<Run> runs) {
    public Act {
        findings = List.copyOf(findings);
        runs = List.copyOf(runs);
    }

    /** Whether a run's ledger did not balance, so that the findings are worth nothing. */
    public boolean isVoid() {
        return runs.stream().anyMatch(Run::isVoid);
    }
}
