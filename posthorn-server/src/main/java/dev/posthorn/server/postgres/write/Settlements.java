package dev.posthorn.server.postgres.write;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.retention.AttemptBodies;
import dev.posthorn.server.store.row.AttemptCodec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes settlements, each only where its delivery is still pending with the attempts and round the
 * settlement knows. What no longer applies is dropped, with two exceptions for the truth's sake: a
 * success closes a delivery that is still pending in its round, and an attempt that was under way
 * when its delivery was cancelled is noted. For one thread.
 */
final class Settlements {
    private final AttemptCodec codec = new AttemptCodec();
    private final Sequence sequence;
    private final AttemptBodies bodies;

    Settlements(Sequence sequence, AttemptBodies bodies) {
        this.sequence = sequence;
        this.bodies = bodies;
    }

    /** Two for the same delivery count one after the other. */
    void write(Connection connection, List<Settlement> settlements, long nowMs)
            throws SQLException {
        List<Settled> run = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (Settlement settlement : settlements) {
            if (!seen.add(settlement.delivery().seq())) {
                writeRun(connection, run, nowMs);
                run.clear();
                seen.clear();
                seen.add(settlement.delivery().seq());
            }
            run.add(Settled.of(settlement));
        }
        writeRun(connection, run, nowMs);
    }

    private void writeRun(Connection connection, List<Settled> run, long nowMs)
            throws SQLException {
        List<Settled> closing =
                run.stream().filter(one -> one.settlement().verdict().terminal()).toList();
        List<Settled> waiting =
                run.stream().filter(one -> !one.settlement().verdict().terminal()).toList();
        ClosePending close = new ClosePending(connection);
        List<AttemptRow> attempts = new ArrayList<>();
        finish(connection, closing, close.close(closing, this::detail), attempts, nowMs);
        finish(connection, waiting, close.putOff(waiting), attempts, nowMs);
        AttemptRow.insert(connection, attempts);
    }

    private void finish(
            Connection connection,
            List<Settled> settled,
            Map<Long, Long> eventOfApplied,
            List<AttemptRow> attempts,
            long nowMs)
            throws SQLException {
        for (Settled one : settled) {
            AttemptRecord attempt = one.settlement().attempt();
            Long event = eventOfApplied.get(one.seq());
            if (attempt == null || (event != null && one.isInline())) {
                continue;
            }
            if (event == null) {
                event = new LateSettlement(connection).apply(one, attempt);
            }
            if (event != null) {
                attempts.add(
                        new AttemptRow(
                                sequence.next(1, nowMs),
                                one.settlement(),
                                event,
                                attempt.number(),
                                encoded(attempt)));
            }
        }
    }

    /** Of attempts that are kept in their delivery's row. */
    private byte[] detail(AttemptRecord attempt) {
        return encoded(attempt);
    }

    private byte[] encoded(AttemptRecord attempt) {
        return codec.encode(bodies.kept(attempt));
    }
}
