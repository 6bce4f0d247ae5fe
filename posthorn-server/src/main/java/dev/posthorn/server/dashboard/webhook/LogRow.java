package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.log.AttemptEntry;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.dashboard.words.Words;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One request of the log.
 *
 * @param trigger why it was made, empty when the schedule made it
 * @param kind of its status, as CSS knows it
 * @param delivery public id, empty for a test
 * @param deliveryState empty for a test
 * @param entity empty when it has none, or the visitor may not see it
 */
public record LogRow(
        String id,
        long atMs,
        String type,
        String entity,
        int number,
        String trigger,
        String status,
        String kind,
        String took,
        String delivery,
        String deliveryState,
        boolean open) {

    static LogRow of(AttemptEntry entry, boolean open, Visit visit) {
        var attempt = entry.attempt();
        AttemptOutcome outcome = attempt.exchange().outcome();
        String trigger = attempt.trigger().name().toLowerCase(Locale.ROOT);
        Words words = visit.words();
        return new LogRow(
                text(visit, entry.id().seq()),
                attempt.startedMs(),
                entry.type(),
                entity(entry.event()),
                attempt.number(),
                trigger.equals("scheduled") ? "" : words.say("log.trigger." + trigger),
                status(outcome, words),
                kind(outcome, attempt.trigger()),
                Figures.micros(attempt.exchange().timings().totalMicros(), words),
                entry.delivery() == null ? "" : text(visit, entry.delivery().seq()),
                entry.delivery() == null
                        ? ""
                        : visit.desk()
                                .log()
                                .delivery(entry.delivery())
                                .map(LogRow::state)
                                .orElse(""),
                open);
    }

    /** A test sends forged calls too, which are to be refused: a refusal alone is no bad sign. */
    private static String kind(AttemptOutcome outcome, Trigger why) {
        if (outcome instanceof AttemptOutcome.Delivered) {
            return "ok";
        }
        return why == Trigger.TEST && outcome.status() / 100 == 4 ? "none" : "bad";
    }

    private static String text(Visit visit, long seq) {
        return visit.desk().ids().text(seq);
    }

    private static String state(DeliverySummary delivery) {
        return delivery.state().name().toLowerCase(Locale.ROOT);
    }

    private static String entity(@Nullable Event event) {
        return event == null
                ? ""
                : switch (event.entityId()) {
                    case EntityId.Text(String text) -> text;
                    case EntityId.Numeric(String digits) -> digits;
                    case EntityId.None _ -> "";
                };
    }

    /** What came back: a status, or in a word why there is none. */
    static String status(AttemptOutcome outcome, Words words) {
        return switch (outcome) {
            case AttemptOutcome.Delivered(int status) -> Integer.toString(status);
            case AttemptOutcome.Rejected(int status, _) -> Integer.toString(status);
            case AttemptOutcome.TimedOut _ -> words.say("log.timed-out");
            case AttemptOutcome.Unreachable(var fault, _) -> words.say("log.fault." + fault.code());
            case AttemptOutcome.Blocked _ -> words.say("log.blocked");
        };
    }
}
