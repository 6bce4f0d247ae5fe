package dev.posthorn.cli.receiver;

import dev.posthorn.cli.terminal.Style;
import dev.posthorn.cli.terminal.Terminal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;

/** Prints a line per request: when, what, which, whether genuine, what was answered. */
public final class VisitPrinter implements Consumer<Visit> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    /** Longer types push the rest of their line to the right. */
    private static final int TYPE_WIDTH = 20;

    private final Terminal terminal;
    private final SlugFilter filter;
    private final boolean bodies;

    /** {@code bodies}: whether to print them below. */
    public VisitPrinter(Terminal terminal, SlugFilter filter, boolean bodies) {
        this.terminal = terminal;
        this.filter = filter;
        this.bodies = bodies;
    }

    /** Prints every request, without its body. */
    public static VisitPrinter ofAll(Terminal terminal) {
        return new VisitPrinter(terminal, new SlugFilter(List.of(), List.of()), false);
    }

    /** Whole lines only: requests arrive on many threads. */
    @Override
    public synchronized void accept(Visit visit) {
        if (!filter.shows(visit.arrival().type())) {
            return;
        }
        terminal.line(line(visit));
        if (bodies && visit.request().body().length > 0) {
            terminal.line(visit.arrival().pretty(visit.request()).indent(2).stripTrailing());
        }
    }

    private String line(Visit visit) {
        ReceivedRequest request = visit.request();
        String what =
                request.method().equals("OPTIONS") ? "asks for consent" : visit.arrival().type();
        return String.join(
                "  ",
                terminal.paint(Style.DIM, TIME.format(request.arrived())),
                terminal.paint(Style.BOLD, padded(what.isEmpty() ? typeless(visit) : what)),
                visit.arrival().id().isEmpty() ? "-" : visit.arrival().id(),
                verdict(visit),
                request.method() + " " + request.path(),
                answer(visit));
    }

    private static String typeless(Visit visit) {
        return visit.arrival().body().isMissingNode() ? "not JSON" : "no type";
    }

    private String verdict(Visit visit) {
        return switch (visit.verdict()) {
            case Verdict.Genuine(String by) ->
                    terminal.paint(Style.GOOD, "✓ verified") + " by " + by;
            case Verdict.Forged(_, String why) -> terminal.paint(Style.BAD, "✗ refused: ") + why;
            case Verdict.Unchecked _ -> terminal.paint(Style.WAITING, "? not checked");
        };
    }

    private String answer(Visit visit) {
        int status = visit.reply().status();
        Style style = visit.reply().isSuccess() ? Style.GOOD : Style.BAD;
        String repeat = visit.repeat() ? terminal.paint(Style.WAITING, " (a repeat)") : "";
        String shown = visit.reply().answered() ? Integer.toString(status) : visit.reply().body();
        return "→ " + terminal.paint(style, shown) + repeat;
    }

    private static String padded(String type) {
        return type + " ".repeat(Math.max(0, TYPE_WIDTH - type.length()));
    }
}
