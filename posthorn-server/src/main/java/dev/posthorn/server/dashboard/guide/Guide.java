package dev.posthorn.server.dashboard.guide;

import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.server.dashboard.desk.Desk;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody is, by what there is.
 *
 * @param organisation whose webhook it is
 * @param step 1 to 3, the one to take; 4 once an event was delivered
 * @param typed the first step as filled in
 * @param made null before the first step
 * @param sent the event that shows it; null before the third
 * @param waiting whether something is under way, and the page worth loading again
 * @param curl a line that publishes from elsewhere; empty for those who can have no key
 */
public record Guide(
        String organisation,
        int step,
        TypedReceiver typed,
        @Nullable MadeWebhook made,
        @Nullable SentEvent sent,
        boolean waiting,
        String curl) {

    static Guide of(Visit visit, TypedReceiver typed, String base) {
        Desk desk = visit.desk();
        Organisation home = desk.home();
        Optional<MadeWebhook> made = MadeWebhook.of(visit, home);
        Optional<SentEvent> sent = made.flatMap(webhook -> SentEvent.of(visit, webhook));
        boolean waiting =
                made.filter(MadeWebhook::isTesting).isPresent()
                        || sent.filter(event -> event.isExpected(desk.nowMs())).isPresent();
        return new Guide(
                home.name(),
                step(made, sent),
                typed,
                made.orElse(null),
                sent.orElse(null),
                waiting,
                visit.frame().isPortal() ? "" : SampleEvent.curl(base));
    }

    private static int step(Optional<MadeWebhook> made, Optional<SentEvent> sent) {
        if (made.isEmpty()) {
            return 1;
        }
        if (sent.filter(SentEvent::isDelivered).isPresent()) {
            return 4;
        }
        return made.get().isReady() ? 3 : 2;
    }

    /** {@code done}, {@code now} or {@code later}. */
    public String place(int of) {
        return of < step ? "done" : of == step ? "now" : "later";
    }
}
