package dev.posthorn.server.health;

import dev.posthorn.core.operational.Announcement;
import dev.posthorn.core.operational.OperationalIngest;
import dev.posthorn.core.operational.OperationalIngest.Planned;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Publishes what is to be announced through the same journal as everything else, some at a time.
 * What could not be stored is announced again, so a receiver may hear it twice. For one thread.
 */
final class Announcer {
    /** 200 a second: thousands of endpoints that fail together take their turn. */
    private static final int MOST_PER_STEP = 100;

    private final HealthDesk desk;
    private final OperationalIngest ingest;
    private final Journal journal;
    private final Queue<Announcement> again = new ConcurrentLinkedQueue<>();

    Announcer(HealthDesk desk, OperationalIngest ingest, Journal journal) {
        this.desk = desk;
        this.ingest = ingest;
        this.journal = journal;
    }

    void step(long nowMs) {
        List<Announcement> waiting = new ArrayList<>();
        for (Announcement next = again.poll(); next != null; next = again.poll()) {
            waiting.add(next);
        }
        if (waiting.isEmpty()) {
            waiting.addAll(desk.announcements(MOST_PER_STEP));
        }
        publish(waiting, nowMs);
    }

    /** What windows hold back is told before its time: afterwards nobody remembers it. */
    void finish(long nowMs) {
        step(nowMs);
        publish(desk.remainingAnnouncements(), nowMs);
    }

    private void publish(List<Announcement> announcements, long nowMs) {
        if (announcements.isEmpty()) {
            return;
        }
        for (Planned planned : ingest.plan(announcements, nowMs)) {
            if (!journal.accept(new Own(planned, again))) {
                again.add(planned.announcement());
            }
        }
    }

    /** {@code again} takes it when it could not be stored. */
    private record Own(Planned planned, Queue<Announcement> again) implements Acceptance {
        @Override
        public List<AcceptedEvent> events() {
            return planned.events();
        }

        @Override
        public int bytes() {
            return events().stream().mapToInt(one -> one.event().data().length()).sum();
        }

        @Override
        public void completed(AcceptOutcome outcome) {
            if (outcome instanceof AcceptOutcome.Failed) {
                again.add(planned.announcement());
            }
        }
    }
}
