package dev.posthorn.bench.scenario;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What scenarios came to as text for a terminal. */
public final class SuiteTable {
    private static final String ROW = "%-17s %-46s %12s %12s %12s %7s %s";

    private SuiteTable() {}

    public static String of(SuiteReport report) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add(report.machine().line());
        lines.add(report.load());
        lines.add(
                "bare pipeline %s: goals hold as written from %s, in proportion below"
                        .formatted(
                                Unit.PER_SECOND.text(report.barePerSecond()),
                                Unit.PER_SECOND.text(Goal.STANDARD_BARE)));
        lines.add("");
        lines.add(
                ROW.formatted("scenario", "figure", "goal", "here", "measured", "to bare", "kept"));
        report.acts().forEach(act -> rows(act, lines));
        report.acts().stream().filter(Act::isVoid).forEach(act -> objections(act, lines));
        return lines.toString();
    }

    private static void rows(Act act, StringJoiner lines) {
        String name = act.scenario();
        for (Finding finding : act.findings()) {
            Goal goal = finding.goal();
            lines.add(
                    ROW.formatted(
                            name,
                            finding.figure(),
                            goal.text(goal.value()),
                            goal.text(finding.here()),
                            goal.unit().text(finding.measured()),
                            ratio(finding.toBare()),
                            verdict(act, finding)));
            name = "";
        }
    }

    private static String ratio(@Nullable Double toBare) {
        return toBare == null ? "" : Unit.TIMES.text(toBare);
    }

    static String verdict(Act act, Finding finding) {
        if (act.isVoid()) {
            return "VOID";
        }
        if (finding.goal().sense() == Goal.Sense.TOLD) {
            return "";
        }
        return finding.isKept() ? "yes" : "no";
    }

    private static void objections(Act act, StringJoiner lines) {
        act.runs().stream()
                .filter(run -> run.isVoid())
                .forEach(run ->
                        lines.add(
                                "VOID: %s, %s run %d: %s; %s"
                                        .formatted(
                                                act.scenario(),
                                                run.subject(),
                                                run.number(),
                                                String.join("; ", run.objections()),
                                                run.balance().line())));
    }
}
