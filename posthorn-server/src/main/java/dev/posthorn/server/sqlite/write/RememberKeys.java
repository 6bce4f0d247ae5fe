package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.event.EventId;
import dev.posthorn.core.store.IdempotencyMark;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** Remembers publishers' own keys and tells a repeat when it sees one. */
final class RememberKeys {
    private final PreparedStatement insert;
    private final PreparedStatement find;
    private final PreparedStatement replace;
    private final PreparedStatement remove;

    RememberKeys(Connection connection) throws SQLException {
        insert =
                connection.prepareStatement(
                        """
                        INSERT INTO idempotency (slot, key_hash, payload_hash, event, expires)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """);
        find =
                connection.prepareStatement(
                        """
                        SELECT key_hash, payload_hash, event, expires FROM idempotency
                        WHERE slot = ?
                        """);
        replace =
                connection.prepareStatement(
                        """
                        UPDATE idempotency
                        SET key_hash = ?, payload_hash = ?, event = ?, expires = ? WHERE slot = ?
                        """);
        remove =
                connection.prepareStatement("DELETE FROM idempotency WHERE event = ? AND slot = ?");
    }

    /** What a key turned out to be. */
    sealed interface Seen {
        /** Remembered in {@code slot}. */
        record New(long slot) implements Seen {}

        record Repeat(EventId event) implements Seen {}

        /** The event has no key. */
        record Unmarked() implements Seen {}

        /** Came back with another payload. */
        record Reused() implements Seen {}
    }

    Seen remember(IdempotencyMark mark, EventId event, long nowMs) throws SQLException {
        for (long slot = ByteBuffer.wrap(mark.keyHash()).getLong(); ; slot++) {
            if (insert(slot, mark, event)) {
                return new Seen.New(slot);
            }
            Held held = held(slot);
            if (held.expiresMs <= nowMs) {
                replace(slot, mark, event);
                return new Seen.New(slot);
            }
            if (Arrays.equals(held.keyHash, mark.keyHash())) {
                return Arrays.equals(held.payloadHash, mark.payloadHash())
                        ? new Seen.Repeat(held.event)
                        : new Seen.Reused();
            }
        }
    }

    /** Takes back what was remembered for an event that is not written after all. */
    void forget(long slot, EventId event) throws SQLException {
        remove.setLong(1, event.seq());
        remove.setLong(2, slot);
        remove.executeUpdate();
    }

    private record Held(byte[] keyHash, byte[] payloadHash, EventId event, long expiresMs) {}

    private Held held(long slot) throws SQLException {
        find.setLong(1, slot);
        try (ResultSet row = find.executeQuery()) {
            row.next();
            return new Held(
                    row.getBytes(1), row.getBytes(2), new EventId(row.getLong(3)), row.getLong(4));
        }
    }

    private boolean insert(long slot, IdempotencyMark mark, EventId event) throws SQLException {
        insert.setLong(1, slot);
        insert.setBytes(2, mark.keyHash());
        insert.setBytes(3, mark.payloadHash());
        insert.setLong(4, event.seq());
        insert.setLong(5, mark.expiresMs());
        return insert.executeUpdate() == 1;
    }

    private void replace(long slot, IdempotencyMark mark, EventId event) throws SQLException {
        replace.setBytes(1, mark.keyHash());
        replace.setBytes(2, mark.payloadHash());
        replace.setLong(3, event.seq());
        replace.setLong(4, mark.expiresMs());
        replace.setLong(5, slot);
        replace.executeUpdate();
    }
}
