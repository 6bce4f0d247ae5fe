package dev.posthorn.bench.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * Findings as a chart in SVG: a bar per goal, as long as the figure is good, beside a line where
 * the goal stands. Its colours follow the reader's choice of light or dark; its text is text.
 */
public final class Chart {
    private static final int WIDTH = 860;
    private static final int ROW_HEIGHT = 30;
    private static final int TOP = 46;
    private static final int BARS_AT = 400;

    /** Length of a bar that just keeps its goal. */
    private static final int GOAL_LENGTH = 130;

    /** Longer bars end there: twice and four times as good both say "easily". */
    private static final double HIGHEST_SCORE = 2;

    private static final String STYLE =
            """
            <style>
              text { font: 13px system-ui, sans-serif; fill: #1f2328 }
              .quiet { font-size: 11px; fill: #59636e }
              .kept { fill: #1a7f6b } .missed { fill: #b35900 } .goal { stroke: #59636e }
              @media (prefers-color-scheme: dark) {
                text { fill: #e6edf3 } .quiet { fill: #9198a1 } .goal { stroke: #9198a1 }
                .kept { fill: #3fb79c } .missed { fill: #e08e45 }
              }
            </style>\
            """;

    private Chart() {}

    /** One figure with its scenario. */
    private record Bar(String scenario, Finding finding) {}

    static String svg(SuiteReport report) {
        List<Bar> bars =
                report.acts().stream()
                        .filter(act -> !act.isVoid())
                        .flatMap(act ->
                                act.findings().stream()
                                        .filter(Chart::hasGoal)
                                        .map(finding -> new Bar(act.scenario(), finding)))
                        .toList();
        int height = TOP + bars.size() * ROW_HEIGHT + 10;
        StringJoiner svg = new StringJoiner("\n", "", "\n</svg>\n");
        svg.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">"
                        .formatted(WIDTH, height));
        svg.add("<title>Measured figures beside their goals</title>");
        svg.add(STYLE);
        svg.add(text(0, 20, "quiet", report.machine().line()));
        IntStream.range(0, bars.size()).forEach(i -> bar(svg, bars.get(i), TOP + i * ROW_HEIGHT));
        int goalAt = BARS_AT + GOAL_LENGTH;
        svg.add(
                "<line class=\"goal\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke-dasharray=\"3 3\"/>"
                        .formatted(goalAt, goalAt, TOP - 8, height - 10));
        svg.add(text(goalAt - 14, TOP - 12, "quiet", "goal"));
        return svg.toString();
    }

    /** Writes the chart to a file. */
    public static void write(SuiteReport report, Path file) {
        try {
            Files.writeString(file, svg(report));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static boolean hasGoal(Finding finding) {
        return finding.goal().sense() != Goal.Sense.TOLD;
    }

    private static void bar(StringJoiner svg, Bar bar, int top) {
        Finding finding = bar.finding();
        double length = GOAL_LENGTH * Math.clamp(finding.score(), 0.01, HIGHEST_SCORE);
        svg.add(text(0, top + 15, "", bar.scenario() + ": " + finding.figure()));
        svg.add(
                String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"18\" rx=\"2\"/>",
                        finding.isKept() ? "kept" : "missed",
                        BARS_AT,
                        top,
                        length));
        String measured =
                finding.goal().unit().text(finding.measured())
                        + " ("
                        + finding.goal().text(finding.here())
                        + ")";
        svg.add(text(BARS_AT + 2 * GOAL_LENGTH + 12, top + 14, "", measured));
    }

    private static String text(int x, int y, String style, String words) {
        String escaped = words.replace("&", "&amp;").replace("<", "&lt;");
        return "<text x=\"%d\" y=\"%d\" class=\"%s\">%s</text>".formatted(x, y, style, escaped);
    }
}
