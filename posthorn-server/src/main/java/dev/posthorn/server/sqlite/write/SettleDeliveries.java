package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.retention.AttemptBodies;
import dev.posthorn.server.store.row.AttemptCodec;
import dev.posthorn.server.store.row.VerdictColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes settlements, each only where its delivery is still pending with the attempts and round the
 * settlement knows. What no longer applies is dropped, with two exceptions for the truth's sake: a
 * success closes a delivery that is still pending in its round, and an attempt that was under way
 * when its delivery was cancelled is noted.
 */
final class SettleDeliveries {
    /** A first attempt that left within this time of the acceptance lives in the delivery's row. */
    private static final long INLINE_WITHIN_MS = 2_000;

    private static final String STILL_SO =
            " WHERE seq = ? AND state = 0 AND attempts = ? AND round = ?";

    private final SettlementBatch deliveredAtOnce;
    private final SettlementBatch afterAttempt;
    private final SettlementBatch withoutAttempt;
    private final LateSettlement late;
    private final InsertAttempts attempts;
    private final AttemptBodies bodies;
    private final AttemptCodec codec = new AttemptCodec();

    SettleDeliveries(Connection connection, Sequence sequence, AttemptBodies bodies)
            throws SQLException {
        this.bodies = bodies;
        deliveredAtOnce =
                new SettlementBatch(
                        connection,
                        "UPDATE delivery SET state = 1, attempts = 1, closed = ?, status = ?,"
                                + " detail = ?"
                                + STILL_SO);
        afterAttempt =
                new SettlementBatch(
                        connection,
                        "UPDATE delivery SET "
                                + VerdictColumns.SQL
                                + ", attempts = ?, status = ?, error = ?,"
                                + " detail = coalesce(?, detail)"
                                + STILL_SO);
        withoutAttempt =
                new SettlementBatch(
                        connection,
                        "UPDATE delivery SET "
                                + VerdictColumns.SQL
                                + " WHERE seq = ? AND state = 0 AND ? IN (attempts, "
                                + Settlement.ANY
                                + ") AND round = ?");
        late = new LateSettlement(connection);
        attempts = new InsertAttempts(connection, sequence);
    }

    void write(List<Settlement> settlements, long nowMs) throws SQLException {
        for (Settlement settlement : settlements) {
            add(settlement);
        }
        deliveredAtOnce.flush((settlement, applied) -> finish(settlement, applied, nowMs));
        afterAttempt.flush((settlement, applied) -> finish(settlement, applied, nowMs));
        withoutAttempt.flush((_, _) -> {});
        attempts.flush();
    }

    void forget() throws SQLException {
        deliveredAtOnce.forget();
        afterAttempt.forget();
        withoutAttempt.forget();
        attempts.forget();
    }

    private void add(Settlement settlement) throws SQLException {
        AttemptRecord attempt = settlement.attempt();
        if (attempt == null) {
            addWithoutAttempt(settlement);
        } else if (settlement.verdict() instanceof Verdict.Delivered(long atMs)
                && isInline(settlement, attempt)) {
            addDeliveredAtOnce(settlement, attempt, atMs);
        } else {
            addAfterAttempt(settlement, attempt);
        }
    }

    private void addDeliveredAtOnce(Settlement settlement, AttemptRecord attempt, long atMs)
            throws SQLException {
        PreparedStatement row = deliveredAtOnce.row();
        row.setLong(1, atMs);
        row.setInt(2, attempt.exchange().outcome().status());
        row.setBytes(3, encoded(attempt));
        bindStillSo(row, 4, settlement);
        deliveredAtOnce.add(settlement);
    }

    private void addAfterAttempt(Settlement settlement, AttemptRecord attempt) throws SQLException {
        PreparedStatement row = afterAttempt.row();
        int next = VerdictColumns.of(settlement.verdict()).bind(row);
        row.setInt(next++, settlement.attemptsBefore() + 1);
        row.setInt(next++, attempt.exchange().outcome().status());
        row.setString(next++, attempt.errorCode());
        row.setBytes(next++, inlineDetail(settlement, attempt));
        bindStillSo(row, next, settlement);
        afterAttempt.add(settlement);
    }

    private void addWithoutAttempt(Settlement settlement) throws SQLException {
        PreparedStatement row = withoutAttempt.row();
        int next = VerdictColumns.of(settlement.verdict()).bind(row);
        bindStillSo(row, next, settlement);
        withoutAttempt.add(settlement);
    }

    private static void bindStillSo(PreparedStatement row, int first, Settlement settlement)
            throws SQLException {
        row.setLong(first, settlement.delivery().seq());
        row.setInt(first + 1, settlement.attemptsBefore());
        row.setInt(first + 2, settlement.round());
    }

    private byte @Nullable [] inlineDetail(Settlement settlement, AttemptRecord attempt) {
        return isInline(settlement, attempt) ? encoded(attempt) : null;
    }

    private byte[] encoded(AttemptRecord attempt) {
        return codec.encode(bodies.kept(attempt));
    }

    private static boolean isInline(Settlement settlement, AttemptRecord attempt) {
        long acceptedMs = Sequence.millisOf(settlement.delivery().seq());
        return settlement.attemptsBefore() == 0
                && attempt.startedMs() - acceptedMs <= INLINE_WITHIN_MS;
    }

    /** Gives the attempt a row of its own unless it is in the delivery's or not to be kept. */
    private void finish(Settlement settlement, boolean applied, long nowMs) throws SQLException {
        AttemptRecord attempt = settlement.attempt();
        if (attempt == null) {
            return;
        }
        boolean kept = applied ? !isInline(settlement, attempt) : late.apply(settlement, attempt);
        if (kept) {
            attempts.add(settlement.delivery(), attempt, encoded(attempt), nowMs);
        }
    }
}
