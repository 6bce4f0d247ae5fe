package dev.posthorn.server.sqlite.statistics;

import dev.posthorn.core.statistics.MinuteTally;
import dev.posthorn.core.statistics.Resolution;
import dev.posthorn.core.statistics.SlotTally;
import dev.posthorn.core.statistics.StatisticsStore;
import dev.posthorn.core.statistics.StatisticsSubject;
import dev.posthorn.server.sqlite.log.SqliteReaders;
import dev.posthorn.server.sqlite.write.ConfigWork;
import dev.posthorn.server.sqlite.write.Inbox;
import dev.posthorn.server.store.config.ObservedRows;
import dev.posthorn.server.store.row.TallyCodec;
import dev.posthorn.server.store.scan.ReadConnection;
import dev.posthorn.server.store.scan.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counts: added by the writer, with its next commit; read by the readers. */
public final class SqliteStatisticsStore implements StatisticsStore {
    /** A look-up per slot, some microseconds each: other subjects lie between them. */
    private static final String READ =
            """
            WITH RECURSIVE wanted (slot) AS (
                SELECT ? UNION ALL SELECT slot + 1 FROM wanted WHERE slot < ?)
            SELECT statistic.slot, statistic.counts
            FROM wanted CROSS JOIN statistic
                ON statistic.step = ? AND statistic.slot = wanted.slot AND statistic.subject = ?
            """;

    private final Inbox inbox;
    private final SqliteReaders readers;

    public SqliteStatisticsStore(Inbox inbox, SqliteReaders readers) {
        this.inbox = inbox;
        this.readers = readers;
    }

    @Override
    public void add(List<MinuteTally> counted, long nowMs) {
        ConfigWork work = new ConfigWork(new ObservedRows(counted, List.of(), nowMs));
        inbox.put(work);
        work.await();
    }

    @Override
    public List<SlotTally> read(
            StatisticsSubject subject, Resolution resolution, long first, long last) {
        return readers.read(connection -> read(connection, subject, resolution, first, last));
    }

    private static List<SlotTally> read(
            ReadConnection connection,
            StatisticsSubject subject,
            Resolution resolution,
            long first,
            long last)
            throws SQLException {
        List<SlotTally> found = new ArrayList<>();
        Sql sql = Sql.of(READ, first, last, resolution.minutes(), subject.seq());
        try (ResultSet row = sql.run(connection)) {
            while (row.next()) {
                found.add(new SlotTally(row.getLong(1), TallyCodec.decode(row.getBytes(2))));
            }
        }
        return found;
    }
}
