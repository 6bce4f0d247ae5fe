package dev.posthorn.core.log;

import dev.posthorn.core.attempt.AttemptId;
import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.store.ConfigStore.Change;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The fake's attempts, numbered as the store numbers them: a delivery's first one by the delivery
 * when it left within 2 s, every other by the time it is written down.
 */
final class LoggedAttempts {
    private static final long SOON_MS = 2000;

    private final NavigableMap<Long, AttemptEntry> byNumber = new TreeMap<>();
    private final Sequence sequence = new Sequence(0);

    NavigableMap<Long, AttemptEntry> all() {
        return byNumber;
    }

    void add(DeliverySummary delivery, AttemptRecord attempt, Event event) {
        long seq = seq(delivery, attempt);
        put(
                new AttemptEntry(
                        new AttemptId(seq),
                        delivery.id(),
                        delivery.event(),
                        delivery.endpoint(),
                        delivery.type().slug(),
                        attempt,
                        event,
                        null));
    }

    void add(Change.TestAttempt test) {
        put(
                new AttemptEntry(
                        new AttemptId(test.seq()),
                        null,
                        new EventId(test.eventSeq()),
                        test.endpoint().id(),
                        test.type(),
                        test.attempt(),
                        null,
                        test.request()));
    }

    private void put(AttemptEntry attempt) {
        byNumber.put(attempt.id().seq(), attempt);
    }

    private long seq(DeliverySummary delivery, AttemptRecord attempt) {
        long waitedMs = attempt.startedMs() - Sequence.millisOf(delivery.event().seq());
        return attempt.number() == 1 && waitedMs <= SOON_MS
                ? delivery.id().seq() + 1
                : sequence.next(1, attempt.startedMs());
    }
}
