package dev.posthorn.server.store.row;

import dev.posthorn.core.delivery.Settlement.Verdict;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What a verdict changes in a delivery's row.
 *
 * @param order null to leave it
 * @param dueMs null to leave it
 */
public record VerdictColumns(
        int state,
        @Nullable Long order,
        @Nullable Long dueMs,
        @Nullable Long closedMs,
        @Nullable String reason) {

    /** The assignments {@link #bind} has values for. */
    public static final String SQL =
            "state = ?, ord = coalesce(?, ord), due = coalesce(?, due), closed = ?, reason = ?";

    public static VerdictColumns of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Delivered(long atMs) ->
                    new VerdictColumns(Codes.DELIVERED, null, null, atMs, null);
            case Verdict.Retry(long dueMs, long order) ->
                    new VerdictColumns(Codes.PENDING, order, dueMs, null, null);
            case Verdict.Failed(long atMs, String reason) ->
                    new VerdictColumns(Codes.FAILED, null, null, atMs, reason);
            case Verdict.Cancelled(long atMs, String reason) ->
                    new VerdictColumns(Codes.CANCELLED, null, null, atMs, reason);
        };
    }

    /** Binds from the first parameter on and returns the next one's position. */
    public int bind(PreparedStatement row) throws SQLException {
        row.setInt(1, state);
        Bind.number(row, 2, order);
        Bind.number(row, 3, dueMs);
        Bind.number(row, 4, closedMs);
        row.setString(5, reason);
        return 6;
    }
}
