package dev.posthorn.server.postgres.write;

import dev.posthorn.core.event.EventId;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.IdempotencyMark;
import dev.posthorn.server.postgres.write.KeyLedger.Holder;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The {@code idempotency} table: keys of a whole batch are taken by one statement. */
final class KeyTable {
    /**
     * Locks every row it meets, also those it leaves alone, until the transaction ends; whoever
     * wants the same key waits. All take them in order of the key, so nobody waits in a circle.
     */
    private static final String CLAIM =
            """
            INSERT INTO idempotency AS held (key_hash, payload_hash, event, expires)
            SELECT * FROM unnest(?::bytea[], ?::bytea[], ?::bigint[], ?::bigint[]) AS asked (key)
            ORDER BY asked.key
            ON CONFLICT (key_hash) DO UPDATE SET payload_hash = excluded.payload_hash,
                event = excluded.event, expires = excluded.expires
            WHERE held.expires <= ?
            RETURNING key_hash
            """;

    private static final String HELD =
            """
            SELECT key_hash, payload_hash, event, expires FROM idempotency
            WHERE key_hash = ANY (?::bytea[])
            """;

    private static final String CORRECT =
            """
            UPDATE idempotency held SET payload_hash = now.payload, event = now.event,
                expires = now.expires
            FROM unnest(?::bytea[], ?::bytea[], ?::bigint[], ?::bigint[])
                AS now (key, payload, event, expires)
            WHERE held.key_hash = now.key
            """;

    private static final String REMOVE =
            "DELETE FROM idempotency WHERE key_hash = ANY (?::bytea[])";

    private final Connection connection;
    private final List<AcceptedEvent> claimed = new ArrayList<>();

    KeyTable(Connection connection) {
        this.connection = connection;
    }

    /** Claims all keys of these events for the first that has each, and tells what was there. */
    KeyLedger claim(List<AcceptedEvent> accepted, long nowMs) throws SQLException {
        KeyLedger ledger = new KeyLedger();
        List<AcceptedEvent> asking = KeyLedger.distinct(accepted);
        if (asking.isEmpty()) {
            return ledger;
        }
        Set<ByteBuffer> fresh = claimed(asking, nowMs);
        List<AcceptedEvent> late = new ArrayList<>();
        for (AcceptedEvent event : asking) {
            (fresh.contains(key(event)) ? claimed : late).add(event);
        }
        if (!late.isEmpty()) {
            readHeld(late, ledger);
        }
        return ledger;
    }

    private Set<ByteBuffer> claimed(List<AcceptedEvent> asking, long nowMs) throws SQLException {
        Set<ByteBuffer> fresh = new HashSet<>();
        try (var claim = new Unnest<>(connection, CLAIM, asking)) {
            claim.bytes(row -> mark(row).keyHash())
                    .bytes(row -> mark(row).payloadHash())
                    .longs(row -> row.event().id().seq())
                    .longs(row -> mark(row).expiresMs());
            claim.statement().setLong(5, nowMs);
            try (ResultSet row = claim.statement().executeQuery()) {
                while (row.next()) {
                    fresh.add(ByteBuffer.wrap(row.getBytes(1)));
                }
            }
        }
        return fresh;
    }

    private void readHeld(List<AcceptedEvent> late, KeyLedger ledger) throws SQLException {
        try (var held = new Unnest<>(connection, HELD, late)) {
            held.bytes(row -> mark(row).keyHash());
            try (ResultSet row = held.statement().executeQuery()) {
                while (row.next()) {
                    Holder holder =
                            new Holder(
                                    new EventId(row.getLong(3)), row.getBytes(2), row.getLong(4));
                    ledger.held(row.getBytes(1), holder);
                }
            }
        }
    }

    /**
     * Makes the table say what was decided: a claim can have gone to another event of the batch, or
     * to none when the call that asked first was refused. Rare.
     */
    void settle(KeyLedger decided) throws SQLException {
        List<AcceptedEvent> nobodys = new ArrayList<>();
        List<AcceptedEvent> anothers = new ArrayList<>();
        for (AcceptedEvent event : claimed) {
            Holder holder = decided.holder(key(event));
            if (holder == null) {
                nobodys.add(event);
            } else if (!holder.event().equals(event.event().id())) {
                anothers.add(event);
            }
        }
        if (!nobodys.isEmpty()) {
            try (var remove = new Unnest<>(connection, REMOVE, nobodys)) {
                remove.bytes(row -> mark(row).keyHash()).statement().executeUpdate();
            }
        }
        if (!anothers.isEmpty()) {
            correct(anothers, decided);
        }
    }

    private void correct(List<AcceptedEvent> rows, KeyLedger decided) throws SQLException {
        try (var correct = new Unnest<>(connection, CORRECT, rows)) {
            correct.bytes(row -> mark(row).keyHash())
                    .bytes(row -> holder(row, decided).payloadHash())
                    .longs(row -> holder(row, decided).event().seq())
                    .longs(row -> holder(row, decided).expiresMs())
                    .statement()
                    .executeUpdate();
        }
    }

    private static Holder holder(AcceptedEvent event, KeyLedger decided) {
        return Objects.requireNonNull(decided.holder(key(event)));
    }

    private static ByteBuffer key(AcceptedEvent event) {
        return ByteBuffer.wrap(mark(event).keyHash());
    }

    /** Only of events that have one. */
    private static IdempotencyMark mark(AcceptedEvent event) {
        return Objects.requireNonNull(event.idempotency());
    }
}
