package dev.posthorn.server.postgres.config;

import dev.posthorn.core.statistics.MinuteTally;
import dev.posthorn.core.statistics.Resolution;
import dev.posthorn.core.statistics.SlotTally;
import dev.posthorn.core.statistics.StatisticsStore;
import dev.posthorn.core.statistics.StatisticsSubject;
import dev.posthorn.server.postgres.connect.Connections;
import dev.posthorn.server.store.config.ObservedRows;
import dev.posthorn.server.store.config.Purged;
import dev.posthorn.server.store.config.SaveObserved;
import dev.posthorn.server.store.row.TallyCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counts of attempts: added to by the node that holds the endpoint, read by any. */
public final class PostgresStatisticsStore implements StatisticsStore {
    /** A look-up per slot: other subjects lie between them. */
    private static final String READ =
            """
            SELECT slot, counts FROM statistic
            WHERE step = ? AND subject = ? AND slot = ANY (ARRAY(SELECT generate_series(?, ?)))
            ORDER BY slot
            """;

    private final Connections connections;

    public PostgresStatisticsStore(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void add(List<MinuteTally> counted, long nowMs) {
        connections.call(
                "counts were not saved",
                connection -> {
                    new SaveObserved(connection, new Purged(connection))
                            .write(new ObservedRows(counted, List.of(), nowMs));
                    return counted;
                });
    }

    @Override
    public List<SlotTally> read(
            StatisticsSubject subject, Resolution resolution, long first, long last) {
        return connections.call(
                "counts could not be read",
                connection -> read(connection, subject, resolution, first, last));
    }

    private static List<SlotTally> read(
            Connection connection,
            StatisticsSubject subject,
            Resolution resolution,
            long first,
            long last)
            throws SQLException {
        List<SlotTally> found = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setInt(1, resolution.minutes());
            read.setLong(2, subject.seq());
            read.setLong(3, first);
            read.setLong(4, last);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    found.add(new SlotTally(row.getLong(1), TallyCodec.decode(row.getBytes(2))));
                }
            }
        }
        return found;
    }
}
