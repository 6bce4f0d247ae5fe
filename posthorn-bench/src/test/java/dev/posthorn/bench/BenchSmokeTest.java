package dev.posthorn.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.bench.ledger.Fan;
import dev.posthorn.bench.report.Report;
import dev.posthorn.bench.report.Run;
import dev.posthorn.bench.subject.SubjectKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bench of some seconds with real processes: says nothing of speed, only that it still runs. */
class BenchSmokeTest {
    @TempDir Path folder;

    @Test
    void measures_one_event_per_request_and_balances() {
        Report report = new Bench(plan(500, 1, 1), _ -> {}).measure();

        assertThat(report.runs()).allSatisfy(BenchSmokeTest::balances);
        assertThat(report.summaries()).hasSize(2);
    }

    @Test
    void measures_batches_and_fan_out_as_fast_as_it_goes() {
        Report report = new Bench(plan(0, 20, 4), _ -> {}).measure();

        assertThat(report.runs()).allSatisfy(BenchSmokeTest::balances);
    }

    private static void balances(Run run) {
        assertThat(run.objections()).isEmpty();
        assertThat(run.balance().counts().created()).isPositive();
        assertThat(run.balance().counts().arrived()).isEqualTo(run.balance().counts().created());
    }

    private Plan plan(double rate, int batch, int width) {
        return new Plan(
                List.of(SubjectKind.values()),
                rate,
                8,
                1000,
                new Fan(8, width),
                batch,
                512,
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                1,
                1,
                32,
                "256m",
                List.of(),
                List.of(),
                folder);
    }
}
