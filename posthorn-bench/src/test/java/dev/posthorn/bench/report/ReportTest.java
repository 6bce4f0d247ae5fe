package dev.posthorn.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.bench.ledger.Balance;
import dev.posthorn.bench.ledger.Counts;
import dev.posthorn.bench.ledger.Latency;
import dev.posthorn.bench.machine.Machine;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Machine MACHINE = new Machine("a cpu", 2, 8192, "25", "Linux", 31, 45);

    @Test
    void the_ratio_compares_medians() {
        List<Run> runs =
                List.of(
                        run("posthorn", 100, List.of()),
                        run("bare", 200, List.of()),
                        run("posthorn", 120, List.of()),
                        run("bare", 900, List.of()),
                        run("posthorn", 10, List.of()),
                        run("bare", 100, List.of()));

        assertThat(report(runs).throughputRatio()).isEqualTo(OptionalDouble.of(0.5));
    }

    @Test
    void there_is_no_ratio_without_the_bare_pipeline() {
        Report report =
                new Report(
                        MACHINE,
                        "load",
                        List.of(run("posthorn", 100, List.of())),
                        List.of(Summary.of("posthorn", List.of(run("posthorn", 1, List.of())), 0)));

        assertThat(report.throughputRatio()).isEmpty();
    }

    @Test
    void one_void_run_makes_the_report_void_and_the_table_says_so() {
        Report report =
                report(
                        List.of(
                                run("posthorn", 100, List.of("the ledger does not balance")),
                                run("bare", 200, List.of())));

        assertThat(report.isVoid()).isTrue();
        assertThat(Table.of(report))
                .contains("VOID: the ledger does not balance")
                .contains("fdatasync 31 µs")
                .contains("ratio posthorn/bare, delivered/s: 0.50");
    }

    private static Report report(List<Run> runs) {
        return new Report(
                MACHINE,
                "load",
                runs,
                List.of(Summary.of("posthorn", runs, 1400), Summary.of("bare", runs, 1400)));
    }

    private static Run run(String subject, double delivered, List<String> objections) {
        Latency latency = new Latency(1, 2, 3, 4);
        return new Run(
                subject,
                1,
                delivered,
                delivered,
                latency,
                latency,
                latency,
                new Usage(10, 5, 0, 4500, 1, 1),
                new Balance(new Counts(1, 1, 1, 1, 0, 0, 0, 0, 0, 0), 0, 0, 0),
                objections);
    }
}
