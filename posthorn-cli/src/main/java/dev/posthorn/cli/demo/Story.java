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
import java.util.Locale;
import java.util.Set;

/** Tells what happens in the demo, for people who see Posthorn for the first time. */
final class Story {
    private static final int PROFILE_WIDTH = 14;
    private static final int STATE_WIDTH = 17;
    private static final int URL_WIDTH = 38;
    private static final int REQUEST_WIDTH = 27;
    private static final int OUTCOME_WIDTH = 10;

    /** A line stays within a window of 120 columns. */
    private static final int BODY_WIDTH = 58;

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

    void remark(String text) {
        line(terminal.paint(Style.DIM, text));
    }

    /** What came of the test of an endpoint. */
    void endpoint(SampleReceiver receiver, WebhookConfig endpoint) {
        String state = endpoint.state() + (endpoint.verified() ? ", verified" : "");
        line(
                mark(endpoint.isValid())
                        + padded(receiver.profile(), PROFILE_WIDTH)
                        + padded(state, STATE_WIDTH)
                        + padded(receiver.url(), URL_WIDTH)
                        + terminal.paint(
                                Style.DIM, "wants " + String.join(", ", receiver.eventTypes())));
        if (!endpoint.isValid()) {
            line("  " + endpoint.stateReason());
        }
    }

    void event(Event event) {
        line(
                terminal.paint(Style.NAME, String.valueOf(event.eventType()))
                        + terminal.paint(Style.DIM, "  " + event.id()));
    }

    /** Every request for one event to one receiver, in the order they came. */
    void visits(SampleReceiver receiver, List<Visit> visits) {
        Instant first = visits.getFirst().request().arrived();
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            String rest = i == 0 ? body(visit) : again(first, visit);
            line("  " + request(receiver, visit) + outcome(visit) + rest);
        }
    }

    void missing(SampleReceiver receiver) {
        line("  " + mark(false) + padded(receiver.profile(), PROFILE_WIDTH) + "nothing arrived");
    }

    private String request(SampleReceiver receiver, Visit visit) {
        boolean taken = visit.reply().isSuccess() && visit.verdict() instanceof Verdict.Genuine;
        // The id of the event is long, and stands above.
        String path = visit.request().path().replace(visit.arrival().id(), "<id>");
        return mark(taken)
                + padded(receiver.profile(), PROFILE_WIDTH)
                + padded(padded(visit.request().method(), 7) + path, REQUEST_WIDTH);
    }

    private String outcome(Visit visit) {
        String verdict =
                switch (visit.verdict()) {
                    case Verdict.Genuine _ -> "verified";
                    case Verdict.Forged(_, String why) -> "refused: " + why;
                    case Verdict.Unchecked _ -> "not checked";
                };
        return visit.reply().isSuccess()
                ? padded(verdict, OUTCOME_WIDTH)
                : verdict
                        + terminal.paint(
                                Style.BAD, ", but answered " + visit.reply().status() + "  ");
    }

    private String again(Instant first, Visit visit) {
        double waited = Duration.between(first, visit.request().arrived()).toMillis() / 1e3;
        return terminal.paint(
                Style.WAITING, String.format(Locale.ROOT, "the same again after %.1f s", waited));
    }

    private String body(Visit visit) {
        String line = visit.request().text().replaceAll("\\s+", " ");
        String cut = line.length() <= BODY_WIDTH ? line : line.substring(0, BODY_WIDTH - 1) + "…";
        return terminal.paint(Style.DIM, cut);
    }

    /** Which signatures a receiver found right. */
    void signatures(SampleReceiver receiver, Set<String> by) {
        line("  " + padded(receiver.profile(), PROFILE_WIDTH) + String.join("; ", by));
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
}
