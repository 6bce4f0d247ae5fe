package dev.posthorn.server.postgres.upkeep;

import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.retention.Retention;
import dev.posthorn.server.postgres.connect.Connections;
import dev.posthorn.server.postgres.partition.Partitions;
import java.sql.SQLException;
import java.time.Duration;

/** Removes keys that expired and what else is old without lying in a partition. */
final class ForgetRows implements Chore {
    private final Connections connections;
    private final Slices slices;
    private final Retention retention;

    ForgetRows(Connections connections, Retention retention) {
        this.connections = connections;
        this.slices = new Slices(connections);
        this.retention = retention;
    }

    @Override
    public void run(long nowMs) throws SQLException {
        slices.delete("idempotency", "key_hash", "expires <= ?", nowMs);
        slices.delete("task", "seq", "state >= 2 AND seq < ?", before(retention.events(), nowMs));
        slices.delete("audit", "seq", "seq < ?", before(Retention.AUDIT_TRAIL, nowMs));
        long firstEvent =
                connections.transaction(connection -> Partitions.firstSeq(connection, "event"));
        slices.delete("late_delivery", "delivery", "event < ?", firstEvent);
    }

    private static long before(Duration kept, long nowMs) {
        return Sequence.firstOf(Math.max(0, nowMs - kept.toMillis()));
    }
}
