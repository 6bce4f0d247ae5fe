package dev.posthorn.server.api;

import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.InMemoryDeliveryLog;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.IdempotencyMark;
import dev.posthorn.core.store.Journal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Commits at once into a log in memory, on the caller's thread. */
public final class InMemoryJournal implements Journal {
    private final InMemoryDeliveryLog log;
    private final Map<ByteBuffer, Known> keys = new HashMap<>();
    private final List<AcceptedEvent> accepted = new ArrayList<>();
    private Mood mood = Mood.WORKS;

    public InMemoryJournal(InMemoryDeliveryLog log) {
        this.log = log;
    }

    /** How it takes what it is offered. */
    public enum Mood {
        WORKS,
        FULL,
        BROKEN
    }

    private record Known(ByteBuffer payload, EventId event) {}

    public synchronized void mood(Mood now) {
        mood = now;
    }

    public synchronized List<AcceptedEvent> accepted() {
        return List.copyOf(accepted);
    }

    @Override
    public synchronized boolean accept(Acceptance acceptance) {
        switch (mood) {
            case WORKS -> acceptance.completed(commit(acceptance.events(), acceptance.partial()));
            case FULL -> {
                return false;
            }
            case BROKEN -> acceptance.completed(new AcceptOutcome.Failed("disk on fire"));
        }
        return true;
    }

    private AcceptOutcome commit(List<AcceptedEvent> events, boolean partial) {
        Set<Integer> reused = new TreeSet<>();
        List<EventId> repeats = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            IdempotencyMark mark = events.get(i).idempotency();
            Known known = mark == null ? null : keys.get(ByteBuffer.wrap(mark.keyHash()));
            if (known != null && !known.payload().equals(ByteBuffer.wrap(mark.payloadHash()))) {
                if (!partial) {
                    return new AcceptOutcome.KeyReused(i);
                }
                reused.add(i);
                known = null;
            }
            repeats.add(known == null ? null : known.event());
        }
        for (int i = 0; i < events.size(); i++) {
            if (repeats.get(i) == null && !reused.contains(i)) {
                write(events.get(i));
            }
        }
        if (!reused.isEmpty()) {
            return new AcceptOutcome.PartlyCommitted(repeats, reused);
        }
        boolean allNew = repeats.stream().allMatch(java.util.Objects::isNull);
        return new AcceptOutcome.Committed(allNew ? null : repeats);
    }

    private void write(AcceptedEvent event) {
        accepted.add(event);
        log.accept(event);
        IdempotencyMark mark = event.idempotency();
        if (mark != null) {
            keys.put(
                    ByteBuffer.wrap(mark.keyHash()),
                    new Known(ByteBuffer.wrap(mark.payloadHash()), event.event().id()));
        }
    }

    @Override
    public void settle(Settlement settlement) {
        log.settle(settlement);
    }
}
