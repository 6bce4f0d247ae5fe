package dev.posthorn.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.bench.ledger.Fan;
import dev.posthorn.bench.plan.Load;
import dev.posthorn.bench.plan.Plan;
import dev.posthorn.bench.plan.Program;
import dev.posthorn.bench.plan.Receiving;
import dev.posthorn.bench.plan.Timing;
import dev.posthorn.bench.report.Run;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios that are more than a plan, at a thousandth of their size: says nothing of speed. */
class SuiteSmokeTest {
    @TempDir Path folder;

    @Test
    void a_backlog_is_kept_and_drained_beside_others() {
        assertThat(measure("backlog").isVoid()).isFalse();
    }

    @Test
    void what_was_pending_when_it_was_killed_arrives_after_the_restart() {
        SuiteReport report = measure("restart");

        assertThat(report.isVoid()).isFalse();
        Run run = report.acts().getFirst().runs().getFirst();
        assertThat(run.balance().counts().created()).isGreaterThanOrEqualTo(1000);
        assertThat(run.balance().counts().arrived()).isEqualTo(run.balance().counts().created());
    }

    @Test
    void starts_and_rests() {
        SuiteReport report = measure("start", "idle");

        assertThat(report.acts()).extracting(act -> act.findings().size()).containsExactly(1, 2);
        assertThat(SuiteTable.of(report)).contains("process start to ready");
        assertThat(Chart.svg(report)).contains("start: process start to ready");
    }

    private SuiteReport measure(String... names) {
        return new Suite(plan(), 0.001, 0, _ -> {}).measure(List.of(names));
    }

    private Plan plan() {
        return new Plan(
                new Load(0, 8, 1000, new Fan(8, 1), 1, 512, false, true),
                Receiving.PROMPT,
                new Program(1, 32, 0, "256m", List.of(), List.of()),
                new Timing(Duration.ofMillis(500), Duration.ZERO, Duration.ofSeconds(1), 1),
                folder);
    }
}
