package dev.posthorn.server.postgres.partition;

import dev.posthorn.core.id.Sequence;
import dev.posthorn.server.postgres.connect.Connections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the partitions of a table ahead of the rows. Any number of nodes may do so at once. */
public final class Partitions {
    /** Tables that have them. */
    public static final List<String> TABLES = List.of("event", "delivery", "attempt");

    /** Ahead of the clock: a node that cannot reach the database for so long has other troubles. */
    private static final int AHEAD = 2;

    private static final long SHORTEST_MS = Duration.ofMinutes(10).toMillis();
    private static final long LONGEST_MS = Duration.ofDays(1).toMillis();

    /** More would keep much for longer than asked, fewer would make many tables. */
    private static final int PER_RETENTION = 8;

    /** One node after another; any number no one else uses: the letters "posthorn". */
    private static final long LOCK = 0x706f7374686f726eL;

    private final Connections connections;
    private final long widthMs;
    private volatile long coveredToMs;

    public Partitions(Connections connections, Duration retention) {
        this.connections = connections;
        this.widthMs = Math.clamp(retention.toMillis() / PER_RETENTION, SHORTEST_MS, LONGEST_MS);
    }

    /** Whether rows numbered up to then have their partitions, as far as this node knows. */
    public boolean cover(long ms) {
        return ms < coveredToMs;
    }

    /** Makes the next ones in time for nobody to wait for them. */
    public void keepAhead(long nowMs) throws SQLException {
        if (!cover(nowMs + AHEAD * widthMs)) {
            make(nowMs, nowMs);
        }
    }

    /** Makes what is missing for rows numbered from {@code fromMs} until some time after now. */
    public void make(long fromMs, long nowMs) throws SQLException {
        long toMs = floor(nowMs) + (1 + AHEAD) * widthMs;
        connections.transaction(connection -> {
            lock(connection);
            for (String table : TABLES) {
                make(connection, table, fromMs, toMs);
            }
            return toMs;
        });
        coveredToMs = toMs;
    }

    /** Held to the end of the transaction, so it needs no session and cannot be left behind. */
    private static void lock(Connection connection) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
    }

    private void make(Connection connection, String table, long fromMs, long toMs)
            throws SQLException {
        List<Partition> known = read(connection, table);
        long at = floor(fromMs);
        while (at < toMs) {
            Optional<Partition> there = at(known, at);
            if (there.isPresent()) {
                at = there.get().toMs();
                continue;
            }
            long until = Math.min(floor(at) + widthMs, nextFrom(known, at));
            execute(connection, new Partition(table, at, until).create());
            at = until;
        }
    }

    private static Optional<Partition> at(List<Partition> known, long ms) {
        return known.stream().filter(one -> one.fromMs() <= ms && ms < one.toMs()).findFirst();
    }

    private static long nextFrom(List<Partition> known, long ms) {
        return known.stream()
                .mapToLong(Partition::fromMs)
                .filter(from -> from > ms)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private long floor(long ms) {
        return ms - Math.floorMod(ms, widthMs);
    }

    /** In order of time. */
    static List<Partition> read(Connection connection, String table) throws SQLException {
        List<Partition> found = new ArrayList<>();
        try (PreparedStatement names =
                connection.prepareStatement(
                        """
                        SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                        WHERE i.inhparent = to_regclass(?)
                        """)) {
            names.setString(1, table);
            try (ResultSet row = names.executeQuery()) {
                while (row.next()) {
                    Partition.named(row.getString(1)).ifPresent(found::add);
                }
            }
        }
        found.sort(Comparator.comparingLong(Partition::fromMs));
        return found;
    }

    /** The smallest number a row of {@code table} may have. */
    public static long firstSeq(Connection connection, String table) throws SQLException {
        List<Partition> known = read(connection, table);
        return known.isEmpty() ? Long.MAX_VALUE : Sequence.firstOf(known.getFirst().fromMs());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
