package dev.posthorn.server.postgres.write;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.delivery.Settlement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compare-and-set on pending deliveries: one statement closes any number of them, one puts any
 * number off. Both tell for which the comparison held, with the number of the event.
 *
 * <p>Row locks are taken in no order. Settlements of an endpoint are always the same writer's, so
 * only a command to the same deliveries can wait in a circle with it; one of both is tried again.
 */
final class ClosePending {
    private static final String STILL_SO =
            """
            p.seq = now.seq AND p.round = now.round
                AND (p.attempts = now.before OR now.before = %d)
            """
                    .formatted(Settlement.ANY);

    /** A final delivery is inserted by what deletes it here: it is never in both or neither. */
    private static final String CLOSE =
            """
            WITH gone AS (
                DELETE FROM pending p
                USING unnest(?::bigint[], ?::integer[], ?::integer[], ?::integer[], ?::integer[],
                        ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::bytea[])
                    AS now (seq, before, round, made, state, closed, reason, status, error, detail)
                WHERE %s
                RETURNING p.seq, p.event, p.endpoint, now.state, p.ord, p.due,
                    p.attempts + now.made, p.round, p.round_base, p.entity_key, p.origin,
                    now.closed, now.reason, coalesce(now.status, p.status),
                    CASE WHEN now.made = 1 THEN now.error ELSE p.error END, now.detail)
            INSERT INTO delivery (seq, event, endpoint, state, ord, due, attempts, round,
                round_base, entity_key, origin, closed, reason, status, error, detail)
            SELECT * FROM gone RETURNING seq, event
            """
                    .formatted(STILL_SO);

    private static final String PUT_OFF =
            """
            UPDATE pending p SET attempts = p.attempts + now.made, ord = now.ord, due = now.due,
                status = coalesce(now.status, p.status),
                error = CASE WHEN now.made = 1 THEN now.error ELSE p.error END
            FROM unnest(?::bigint[], ?::integer[], ?::integer[], ?::integer[], ?::bigint[],
                    ?::bigint[], ?::bigint[], ?::text[])
                AS now (seq, before, round, made, ord, due, status, error)
            WHERE %s
            RETURNING p.seq, p.event
            """
                    .formatted(STILL_SO);

    private final Connection connection;

    ClosePending(Connection connection) {
        this.connection = connection;
    }

    /** Event by delivery, of those it applied to. */
    Map<Long, Long> close(List<Settled> settled, Function<AttemptRecord, byte[]> detail)
            throws SQLException {
        if (settled.isEmpty()) {
            return Map.of();
        }
        try (var close = new Unnest<>(connection, CLOSE, settled)) {
            bindComparison(close)
                    .ints(one -> one.verdict().state())
                    .numbers(one -> one.verdict().closedMs())
                    .texts(one -> one.verdict().reason())
                    .numbers(Settled::status)
                    .texts(Settled::error)
                    .bytes(one -> inline(one, detail));
            return applied(close);
        }
    }

    private static byte @Nullable [] inline(
            Settled settled, Function<AttemptRecord, byte[]> detail) {
        AttemptRecord attempt = settled.settlement().attempt();
        return attempt != null && settled.isInline() ? detail.apply(attempt) : null;
    }

    Map<Long, Long> putOff(List<Settled> settled) throws SQLException {
        if (settled.isEmpty()) {
            return Map.of();
        }
        try (var putOff = new Unnest<>(connection, PUT_OFF, settled)) {
            bindComparison(putOff)
                    .numbers(one -> one.verdict().order())
                    .numbers(one -> one.verdict().dueMs())
                    .numbers(Settled::status)
                    .texts(Settled::error);
            return applied(putOff);
        }
    }

    private static Unnest<Settled> bindComparison(Unnest<Settled> statement) throws SQLException {
        return statement
                .longs(Settled::seq)
                .ints(one -> one.settlement().attemptsBefore())
                .ints(one -> one.settlement().round())
                .ints(Settled::attemptsMade);
    }

    private static Map<Long, Long> applied(Unnest<Settled> statement) throws SQLException {
        Map<Long, Long> eventOf = new HashMap<>();
        try (ResultSet row = statement.statement().executeQuery()) {
            while (row.next()) {
                eventOf.put(row.getLong(1), row.getLong(2));
            }
        }
        return eventOf;
    }
}
