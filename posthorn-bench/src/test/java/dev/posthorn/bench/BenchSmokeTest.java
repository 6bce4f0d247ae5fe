package dev.posthorn.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.bench.ledger.Fan;
import dev.posthorn.bench.plan.Load;
import dev.posthorn.bench.plan.Plan;
import dev.posthorn.bench.plan.Program;
import dev.posthorn.bench.plan.Receiving;
import dev.posthorn.bench.plan.SubjectKind;
import dev.posthorn.bench.plan.Timing;
import dev.posthorn.bench.report.Report;
import dev.posthorn.bench.report.Run;
import dev.posthorn.bench.rig.Contender;
import dev.posthorn.bench.rig.Turns;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bench of some seconds with real processes: says nothing of speed, only that it still runs. */
class BenchSmokeTest {
    @TempDir Path folder;

    @Test
    void measures_one_event_per_request_and_balances() {
        Report report = measure(plan(500, 1, 1), SubjectKind.values());

        assertThat(report.runs()).allSatisfy(BenchSmokeTest::balances);
        assertThat(report.summaries()).hasSize(2);
    }

    @Test
    void measures_batches_with_keys_and_fan_out_as_fast_as_it_goes() {
        Plan plan = plan(0, 20, 4);
        Report report = measure(plan.with(plan.load().withKeys()), SubjectKind.POSTHORN);

        assertThat(report.runs()).allSatisfy(BenchSmokeTest::balances);
    }

    @Test
    void measures_thoughtful_receivers_over_tls() {
        Plan plan = plan(500, 1, 1).with(new Receiving(true, Duration.ofMillis(20), 0));
        Report report = measure(plan, SubjectKind.values());

        assertThat(report.runs()).allSatisfy(BenchSmokeTest::balances);
    }

    @Test
    void endpoints_that_hang_keep_what_they_are_owed() {
        Plan plan = plan(500, 1, 1).with(new Receiving(false, Duration.ZERO, 2));
        Run run = measure(plan, SubjectKind.POSTHORN).runs().getFirst();

        assertThat(run.objections()).isEmpty();
        assertThat(run.balance().pending()).isPositive();
    }

    @Test
    void accepts_what_nobody_wants() {
        Plan plan = plan(0, 20, 1);
        Report report = measure(plan.with(plan.load().unwanted()), SubjectKind.values());

        assertThat(report.runs())
                .allSatisfy(run -> {
                    assertThat(run.objections()).isEmpty();
                    assertThat(run.balance().counts().accepted()).isPositive();
                    assertThat(run.balance().counts().created()).isZero();
                });
    }

    private static Report measure(Plan plan, SubjectKind... kinds) {
        return new Turns(Stream.of(kinds).map(kind -> Contender.of(kind, plan)).toList(), _ -> {})
                .measure();
    }

    private static void balances(Run run) {
        assertThat(run.objections()).isEmpty();
        assertThat(run.balance().counts().created()).isPositive();
        assertThat(run.balance().counts().arrived()).isEqualTo(run.balance().counts().created());
    }

    private Plan plan(double rate, int batch, int width) {
        return new Plan(
                new Load(rate, 8, 1000, new Fan(8, width), batch, 512, false, true),
                Receiving.PROMPT,
                new Program(1, 32, 0, "256m", List.of(), List.of()),
                new Timing(Duration.ofMillis(500), Duration.ZERO, Duration.ofSeconds(1), 1),
                folder);
    }
}
