package dev.posthorn.cli.demo;

import dev.posthorn.cli.receiver.Verdict;
import dev.posthorn.cli.receiver.Visit;
import dev.posthorn.cli.terminal.Style;
import dev.posthorn.cli.terminal.Terminal;
import dev.posthorn.client.resource.Event;
import dev.posthorn.client.resource.WebhookConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells what happens in the demo, for people who see Posthorn for the first time. */
final class Story {
    private static final int PROFILE_WIDTH = 13;
    private static final int PATH_WIDTH = 18;

    /** A line stays within a usual window. */
    private static final int BODY_WIDTH = 64;

    private final Terminal terminal;

    Story(Terminal terminal) {
        this.terminal = terminal;
    }

    void title(String title) {
        terminal.line("");
        terminal.line(terminal.paint(Style.BOLD, title));
    }

    void line(String text) {
        terminal.line("  " + text);
    }

    void endpoint(SampleReceiver receiver, WebhookConfig endpoint) {
        String verdict = endpoint.state() + (endpoint.verified() ? ", verified" : "");
        line(
                mark(endpoint.isValid())
                        + padded(receiver.profile(), PROFILE_WIDTH)
                        + terminal.paint(Style.ofState(endpoint.state()), padded(verdict, 17))
                        + receiver.url()
                        + terminal.paint(
                                Style.DIM, "  wants " + String.join(", ", receiver.eventTypes())));
        if (!endpoint.isValid()) {
            line("  " + endpoint.stateReason());
        }
    }

    void event(Event event) {
        terminal.line(
                "  "
                        + terminal.paint(Style.NAME, String.valueOf(event.eventType()))
                        + terminal.paint(Style.DIM, "  " + event.id()));
    }

    /** Every request for one event to one receiver, in the order they came. */
    void visits(SampleReceiver receiver, List<Visit> visits) {
        Instant first = visits.getFirst().request().arrived();
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            line("  " + sent(receiver, visit));
            line("      " + came(visit) + (i == 0 ? "" : waited(i + 1, first, visit)));
        }
    }

    private String sent(SampleReceiver receiver, Visit visit) {
        boolean fine = visit.reply().isSuccess() && visit.verdict() instanceof Verdict.Genuine;
        return mark(fine)
                + padded(receiver.profile(), PROFILE_WIDTH)
                + padded(visit.request().method(), 7)
                + padded(path(visit), PATH_WIDTH)
                + terminal.paint(Style.DIM, cut(visit.request().text()));
    }

    /** The event's id in a path is long and stands above. */
    private static String path(Visit visit) {
        return visit.request().path().replace(visit.arrival().id(), "<event id>");
    }

    private static String came(Visit visit) {
        String verdict =
                switch (visit.verdict()) {
                    case Verdict.Genuine(String by) -> "verified by " + by;
                    case Verdict.Forged(_, String why) -> "refused: " + why;
                    case Verdict.Unchecked _ -> "not checked";
                };
        return verdict + ", answered " + visit.reply().status();
    }

    private static String waited(int attempt, Instant first, Visit visit) {
        Duration wait = Duration.between(first, visit.request().arrived());
        return ", attempt %d after %.1f s".formatted(attempt, wait.toMillis() / 1000.0);
    }

    void missing(SampleReceiver receiver) {
        line("  " + mark(false) + padded(receiver.profile(), PROFILE_WIDTH) + "nothing arrived");
    }

    void verdict(List<String> complaints) {
        title(complaints.isEmpty() ? "Everything held." : "Not everything held:");
        complaints.forEach(complaint -> line(mark(false) + complaint));
    }

    private String mark(boolean fine) {
        return fine ? terminal.paint(Style.GOOD, "✓ ") : terminal.paint(Style.BAD, "✗ ");
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= BODY_WIDTH ? line : line.substring(0, BODY_WIDTH - 1) + "…";
    }
}
