package dev.posthorn.server.sqlite.log;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.audit.AuditEntry;
import dev.posthorn.core.audit.Author;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.log.WrittenLog;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.store.StoreSamples;
import dev.posthorn.core.task.Task;
import dev.posthorn.server.store.row.AttemptCodec;
import dev.posthorn.server.store.row.AuditCodec;
import dev.posthorn.server.store.row.ChannelsColumn;
import dev.posthorn.server.store.row.Codes;
import dev.posthorn.server.store.row.EndpointCodec;
import dev.posthorn.server.store.row.EntityColumn;
import dev.posthorn.server.store.row.OwnProfileCodec;
import dev.posthorn.server.store.row.RequestCodec;
import dev.posthorn.server.store.row.TaskCodec;
import java.util.function.LongSupplier;

/**
 * Writes rows as the journal does, one by one, and leaves the late indexes behind or brings them up
 * to date as it is told.
 */
final class RowWriter implements WrittenLog {
    private final TestDatabase database;
    private final boolean indexing;
    private final SqliteReaders readers;
    private final Sequence sequence = new Sequence(0);

    RowWriter(TestDatabase database, boolean indexing, LongSupplier nanoTime) {
        this.database = database;
        this.indexing = indexing;
        this.readers = new SqliteReaders(database::openReader, nanoTime);
    }

    @Override
    public DeliveryLog log() {
        return new SqliteDeliveryLog(readers, TestDatabase.BOX);
    }

    @Override
    public void accept(AcceptedEvent accepted) {
        Event event = accepted.event();
        database.write(
                "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                event.id().seq(),
                event.organisation().seq(),
                event.type().slug(),
                EntityColumn.encode(event.entityId()),
                event.key() == null ? null : event.key().seq(),
                ChannelsColumn.encode(event.channels()),
                accepted.deliveries().size(),
                event.data().bytes());
        accepted.deliveries().forEach(this::insert);
        if (indexing) {
            index();
        }
    }

    private void insert(PendingDelivery delivery) {
        database.write(
                "INSERT INTO delivery VALUES (?, ?, ?, 0, ?, ?, 0, 0, 0, 0, NULL, NULL, 0, NULL,"
                        + " NULL, 0)",
                delivery.id().seq(),
                delivery.eventId().seq(),
                delivery.endpoint().seq(),
                delivery.order(),
                delivery.dueMs());
    }

    /** The last row of each table stays out, as while a run is going on. */
    private void index() {
        database.write(
                """
                INSERT INTO organisation_event SELECT org, seq FROM event
                WHERE seq < (SELECT max(seq) FROM event) ON CONFLICT DO NOTHING
                """);
        database.write(
                """
                INSERT INTO endpoint_delivery SELECT endpoint, seq FROM delivery
                WHERE seq < (SELECT max(seq) FROM delivery) ON CONFLICT DO NOTHING
                """);
        database.write(
                """
                UPDATE late_index SET upto = coalesce(CASE name
                    WHEN 'organisation_event' THEN (SELECT max(event) FROM organisation_event)
                    ELSE (SELECT max(delivery) FROM endpoint_delivery) END, 0)
                """);
    }

    @Override
    public void settle(Settlement settlement) {
        long seq = settlement.delivery().seq();
        switch (settlement.verdict()) {
            case Verdict.Delivered(long atMs) -> close(seq, Codes.DELIVERED, atMs, null);
            case Verdict.Retry(long dueMs, long order) ->
                    database.write(
                            "UPDATE delivery SET due = ?, ord = ? WHERE seq = ?",
                            dueMs,
                            order,
                            seq);
            case Verdict.Failed(long atMs, String reason) -> close(seq, Codes.FAILED, atMs, reason);
            case Verdict.Cancelled(long atMs, String reason) ->
                    close(seq, Codes.CANCELLED, atMs, reason);
        }
        if (settlement.attempt() != null) {
            attempt(settlement, settlement.attempt());
        }
    }

    private void close(long seq, int state, long atMs, String reason) {
        database.write(
                "UPDATE delivery SET state = ?, closed = ?, reason = ? WHERE seq = ?",
                state,
                atMs,
                reason,
                seq);
    }

    private void attempt(Settlement settlement, AttemptRecord attempt) {
        long seq = settlement.delivery().seq();
        database.write(
                "UPDATE delivery SET attempts = ?, status = ?, error = ? WHERE seq = ?",
                attempt.number(),
                attempt.exchange().outcome().status(),
                attempt.errorCode(),
                seq);
        byte[] detail = new AttemptCodec().encode(attempt);
        if (attempt.number() == 1 && attempt.startedMs() - Sequence.millisOf(seq) <= 2000) {
            database.write("UPDATE delivery SET detail = ? WHERE seq = ?", detail, seq);
        } else {
            database.write(
                    """
                    INSERT INTO attempt SELECT ?, seq, ?, endpoint, event, NULL, ?, NULL
                    FROM delivery WHERE seq = ?
                    """,
                    sequence.next(1, attempt.startedMs()),
                    attempt.number(),
                    detail,
                    seq);
        }
    }

    @Override
    public void save(Change change) {
        switch (change) {
            case Change.EndpointChange(var endpoint) -> save(endpoint);
            case Change.OwnProfileChange(var version) ->
                    database.write(
                            "INSERT INTO own_profile VALUES (?, ?, ?)",
                            version.name(),
                            version.version(),
                            OwnProfileCodec.encode(version));
            case Change.TaskChange(var task) -> save(task);
            case Change.TestAttempt test -> save(test);
            case Change.Expunge(var event) ->
                    database.write("UPDATE event SET data = NULL WHERE seq = ?", event.seq());
            case Change.Audited(var entry) -> save(entry);
            case Change.OrganisationChange _,
                    Change.KeyChange _,
                    Change.EventTypeChange _,
                    Change.CancelPending _,
                    Change.PeopleChange _,
                    Change.Purge _,
                    Change.Reorder _ ->
                    throw new IllegalArgumentException("the contract does not write " + change);
        }
    }

    private void save(Endpoint endpoint) {
        long seq = endpoint.id().seq();
        String body = EndpointCodec.body(endpoint);
        byte[] secrets = new EndpointCodec(TestDatabase.BOX).secrets(endpoint);
        database.write(
                "INSERT OR REPLACE INTO endpoint VALUES (?, ?, ?, ?, ?, ?)",
                seq,
                endpoint.organisation().seq(),
                endpoint.uid(),
                Codes.of(endpoint.state()),
                body,
                secrets);
        database.write(
                """
                INSERT OR REPLACE INTO endpoint_revision
                VALUES (?, ?, ?, ?, (SELECT MAX(version) FROM own_profile WHERE name = ?))
                """,
                seq,
                endpoint.revision(),
                body,
                secrets,
                endpoint.settings().profile());
    }

    private void save(AuditEntry entry) {
        Author author = entry.origin().author();
        database.write(
                "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)",
                sequence.next(1, StoreSamples.NOW),
                entry.organisation() == null ? null : entry.organisation().seq(),
                author.seq(),
                entry.action(),
                entry.target().resource(),
                entry.target().seq(),
                AuditCodec.encode(entry));
    }

    private void save(Task task) {
        database.write(
                "INSERT OR REPLACE INTO task VALUES (?, ?, ?, ?, ?, ?, ?)",
                task.id().seq(),
                task.organisation().seq(),
                task.type(),
                Codes.of(task.state()),
                task.target(),
                TaskCodec.body(task),
                new TaskCodec(TestDatabase.BOX).results(task));
    }

    private void save(Change.TestAttempt test) {
        long owner = test.endpoint().organisation().seq();
        database.write(
                "INSERT INTO attempt VALUES (?, NULL, ?, ?, ?, ?, ?, ?)",
                test.seq(),
                test.attempt().number(),
                test.endpoint().id().seq(),
                test.eventSeq(),
                test.type(),
                new AttemptCodec().encode(test.attempt()),
                new RequestCodec(TestDatabase.BOX).encode(owner, test.seq(), test.request()));
    }

    @Override
    public void close() {
        readers.close();
        database.close();
    }
}
