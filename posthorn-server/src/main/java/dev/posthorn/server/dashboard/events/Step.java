package dev.posthorn.server.dashboard.events;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.log.AttemptEntry;
import dev.posthorn.server.dashboard.shown.Span;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.Locale;

/**
 * One attempt of a delivery's time line.
 *
 * @param id public id of the attempt
 * @param good whether it was answered with a 2xx
 * @param came the status, or a code where no answer came
 * @param trigger why, when it was not its turn: {@code resend} or {@code replay}
 */
public record Step(
        String id,
        int number,
        boolean good,
        String came,
        String took,
        String trigger,
        String message,
        long atMs) {
    static Step of(AttemptEntry entry, Visit visit) {
        AttemptRecord attempt = entry.attempt();
        AttemptOutcome outcome = attempt.exchange().outcome();
        String error = outcome.errorCode();
        String message = attempt.exchange().message();
        return new Step(
                visit.desk().ids().text(entry.id().seq()),
                attempt.number(),
                outcome instanceof AttemptOutcome.Delivered,
                error == null ? Integer.toString(outcome.status()) : error,
                Span.ms(attempt.exchange().timings().totalMicros(), visit.words()),
                attempt.trigger() == Trigger.SCHEDULED
                        ? ""
                        : attempt.trigger().name().toLowerCase(Locale.ROOT),
                message == null ? "" : message,
                attempt.startedMs());
    }
}
