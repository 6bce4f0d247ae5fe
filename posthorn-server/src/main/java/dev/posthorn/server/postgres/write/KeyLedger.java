package dev.posthorn.server.postgres.write;

import dev.posthorn.core.event.EventId;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.IdempotencyMark;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Publishers' own keys while one batch is decided: what the table held for each, and which events
 * of the batch hold one now. Keys are wrapped in {@link ByteBuffer} to be compared by content.
 */
final class KeyLedger {
    private final Map<ByteBuffer, Holder> holders = new HashMap<>();

    /** Whose key it is, and with which payload. */
    record Holder(EventId event, byte[] payloadHash, long expiresMs) {}

    /** What came of asking for a key. */
    sealed interface Seen {
        /** Nobody had it, or the event has none. */
        record New() implements Seen {}

        record Repeat(EventId event) implements Seen {}

        /** Came back with another payload. */
        record Reused() implements Seen {}
    }

    private static final Seen NEW = new Seen.New();

    /** The table holds it for an earlier event. */
    void held(byte[] keyHash, Holder holder) {
        holders.put(ByteBuffer.wrap(keyHash), holder);
    }

    Seen take(AcceptedEvent accepted) {
        IdempotencyMark mark = accepted.idempotency();
        if (mark == null) {
            return NEW;
        }
        Holder mine = new Holder(accepted.event().id(), mark.payloadHash(), mark.expiresMs());
        Holder first = holders.putIfAbsent(ByteBuffer.wrap(mark.keyHash()), mine);
        if (first == null) {
            return NEW;
        }
        return Arrays.equals(first.payloadHash, mark.payloadHash())
                ? new Seen.Repeat(first.event)
                : new Seen.Reused();
    }

    /** Gives back what these events took. */
    void giveBack(List<AcceptedEvent> accepted) {
        for (AcceptedEvent event : accepted) {
            IdempotencyMark mark = event.idempotency();
            if (mark == null) {
                continue;
            }
            ByteBuffer key = ByteBuffer.wrap(mark.keyHash());
            Holder holder = holders.get(key);
            if (holder != null && holder.event.equals(event.event().id())) {
                holders.remove(key);
            }
        }
    }

    @Nullable Holder holder(ByteBuffer key) {
        return holders.get(key);
    }

    /** Every key of the batch once, in an order all nodes share. */
    static List<AcceptedEvent> distinct(List<AcceptedEvent> accepted) {
        Map<ByteBuffer, AcceptedEvent> first = new HashMap<>();
        for (AcceptedEvent event : accepted) {
            IdempotencyMark mark = event.idempotency();
            if (mark != null) {
                first.putIfAbsent(ByteBuffer.wrap(mark.keyHash()), event);
            }
        }
        List<ByteBuffer> keys = new ArrayList<>(first.keySet());
        keys.sort(null);
        return keys.stream().map(first::get).toList();
    }
}
