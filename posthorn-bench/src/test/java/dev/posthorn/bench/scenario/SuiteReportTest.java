package dev.posthorn.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.bench.ledger.Balance;
import dev.posthorn.bench.ledger.Counts;
import dev.posthorn.bench.ledger.Latency;
import dev.posthorn.bench.machine.Machine;
import dev.posthorn.bench.report.Run;
import dev.posthorn.bench.report.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuiteReportTest {
    private static final Machine MACHINE = new Machine("R&D", 2, 8192, "25", "Linux", 31, 45);

    private static final Finding SLOW =
            new Finding("deliveries", Goal.perSecond(30_000), 15_000, 12_000, 0.5);

    private static final Finding QUICK =
            new Finding("p99", Goal.within(20, Unit.MILLIS), 40, 10, null);

    @Test
    void says_goal_goal_here_figure_ratio_and_verdict() {
        String table = SuiteTable.of(report(List.of()));

        assertThat(table).contains("≥ 30,000/s", "≥ 15,000/s", "12,000/s", "0.50");
        assertThat(table.lines().filter(line -> line.contains("deliveries ")))
                .singleElement()
                .asString()
                .endsWith(" no");
        assertThat(table.lines().filter(line -> line.contains("p99")))
                .singleElement()
                .asString()
                .endsWith(" yes");
    }

    @Test
    void a_void_run_voids_the_figures_of_its_scenario() {
        SuiteReport report = report(List.of("the ledger does not balance: 1 lost"));

        assertThat(report.isVoid()).isTrue();
        assertThat(SuiteTable.of(report))
                .contains("VOID: throughput, posthorn run 1: the ledger does not balance: 1 lost");
        assertThat(Chart.svg(report)).doesNotContain("<rect");
    }

    @Test
    void the_chart_tells_what_is_kept_and_keeps_its_text_readable() {
        String svg = Chart.svg(report(List.of()));

        assertThat(svg)
                .contains("class=\"missed\"", "class=\"kept\"", "R&amp;D")
                .contains("throughput: deliveries", "12,000/s (≥ 15,000/s)")
                .contains("prefers-color-scheme: dark");
    }

    private static SuiteReport report(List<String> objections) {
        Latency latency = new Latency(1, 2, 3, 4);
        Run run =
                new Run(
                        "posthorn",
                        1,
                        12_000,
                        12_000,
                        latency,
                        latency,
                        latency,
                        new Usage(10, 5, 0, 4500, 1, 1),
                        new Balance(new Counts(1, 1, 1, 1, 0, 0, 0, 0, 0, 0), 0, 0, 0),
                        objections);
        Act act = new Act("throughput", List.of(SLOW, QUICK), List.of(run));
        return new SuiteReport(MACHINE, "load", 25_000, List.of(act));
    }
}
