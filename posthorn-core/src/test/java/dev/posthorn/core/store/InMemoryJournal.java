package dev.posthorn.core.store;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.event.EventId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A journal whose commits are over when a call returns. */
final class InMemoryJournal implements Journal {
    private final InMemoryRows rows;
    private final CommitListener listener;
    private final LongSupplier nowMs;
    private final Map<ByteBuffer, Remembered> keys = new HashMap<>();

    InMemoryJournal(InMemoryRows rows, CommitListener listener, LongSupplier nowMs) {
        this.rows = rows;
        this.listener = listener;
        this.nowMs = nowMs;
    }

    private record Remembered(ByteBuffer payloadHash, EventId event, long expiresMs) {}

    @Override
    public boolean accept(Acceptance acceptance) {
        synchronized (rows) {
            acceptance.completed(write(acceptance.events(), acceptance.partial()));
        }
        return true;
    }

    private AcceptOutcome write(List<AcceptedEvent> events, boolean partial) {
        if (events.stream().anyMatch(event -> rows.has(event.event().id()))) {
            return new AcceptOutcome.Failed("an event of this number exists");
        }
        Map<ByteBuffer, Remembered> before = Map.copyOf(keys);
        List<@Nullable EventId> repeats = new ArrayList<>();
        Set<Integer> reused = new TreeSet<>();
        for (AcceptedEvent event : events) {
            Remembered same = event.idempotency() == null ? null : remember(event);
            boolean conflict = same != null && !same.payloadHash.equals(payload(event));
            if (conflict && partial) {
                reused.add(repeats.size());
                repeats.add(null);
                continue;
            }
            if (conflict) {
                keys.clear();
                keys.putAll(before);
                return new AcceptOutcome.KeyReused(repeats.size());
            }
            repeats.add(same == null ? null : same.event);
        }
        return add(events, repeats, reused);
    }

    private AcceptOutcome add(
            List<AcceptedEvent> events, List<@Nullable EventId> repeats, Set<Integer> reused) {
        List<PendingDelivery> made = new ArrayList<>();
        boolean repeated = false;
        for (int i = 0; i < repeats.size(); i++) {
            if (reused.contains(i)) {
                continue;
            }
            if (repeats.get(i) == null) {
                rows.add(events.get(i));
                made.addAll(events.get(i).deliveries());
            } else {
                repeated = true;
            }
        }
        listener.committed(made, List.of());
        return reused.isEmpty()
                ? new AcceptOutcome.Committed(repeated ? repeats : null)
                : new AcceptOutcome.PartlyCommitted(repeats, reused);
    }

    /** What the key stands for already, null when it is new. */
    private @Nullable Remembered remember(AcceptedEvent event) {
        IdempotencyMark mark = event.idempotency();
        ByteBuffer key = ByteBuffer.wrap(mark.keyHash());
        Remembered known = keys.get(key);
        if (known != null && known.expiresMs > nowMs.getAsLong()) {
            return known;
        }
        keys.put(key, new Remembered(payload(event), event.event().id(), mark.expiresMs()));
        return null;
    }

    private static ByteBuffer payload(AcceptedEvent event) {
        return ByteBuffer.wrap(event.idempotency().payloadHash());
    }

    @Override
    public void settle(Settlement settlement) {
        synchronized (rows) {
            rows.settle(settlement);
            listener.committed(List.of(), List.of(settlement));
        }
    }
}
