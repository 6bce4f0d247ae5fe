package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.server.store.config.Purged;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Erases organisations, one after another. A purge begins with what makes it unknown: its row is
 * gone and nothing of it is loaded. Everything else goes step by step; rows are their own position,
 * so after a crash it just begins again.
 *
 * <p>Events and deliveries are found by the late indexes. A pass that began before these had
 * everything is followed by another one; endpoints, by which the rest is found, go last.
 */
final class Purges implements Chore {
    /** Between passes: a run of a late index takes that long at least. */
    private static final long PAUSE_MS = 1_000;

    /** Instead of a step: a pass ended. */
    private static final int AGAIN = -1;

    private final PreparedStatement insert;
    private final PreparedStatement organisation;
    private final PreparedStatement replays;
    private final PreparedStatement delete;
    private final Purged purged;
    private final List<LateIndex> indexes;
    private final List<PurgeStep> steps;
    private final int lastStep;
    private final List<Row> asked = new ArrayList<>();
    private final Deque<Row> waiting = new ArrayDeque<>();
    private int step;
    private int next;
    private boolean passing;
    private boolean sawAll;
    private long notBeforeMs;

    Purges(Connection connection, Purged purged, List<LateIndex> indexes) throws SQLException {
        this.purged = purged;
        this.indexes = List.copyOf(indexes);
        insert = connection.prepareStatement("INSERT INTO purge (org, seq) VALUES (?, ?)");
        organisation = connection.prepareStatement("DELETE FROM organisation WHERE seq = ?");
        replays =
                connection.prepareStatement(
                        "DELETE FROM replay WHERE (SELECT org FROM task WHERE seq = replay.task) = ?");
        delete = connection.prepareStatement("DELETE FROM purge WHERE org = ?");
        steps =
                List.of(
                        new PurgeDeliveries(connection),
                        new PurgeEvents(connection),
                        new PurgeStatistics(connection),
                        new PurgeOwned(connection),
                        new PurgeEndpoints(connection));
        lastStep = steps.size() - 1;
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT org, seq FROM purge ORDER BY seq")) {
            while (row.next()) {
                waiting.add(new Row(row.getLong(1), row.getLong(2)));
            }
        }
    }

    private record Row(long organisation, long seq) {}

    /** Writes it down in the open transaction. {@code seq}: the newest number there is. */
    void write(Change.Purge purge, long seq, long nowMs) throws SQLException {
        Row row = new Row(purge.organisation().id().seq(), seq);
        insert.setLong(1, row.organisation);
        insert.setLong(2, row.seq);
        insert.executeUpdate();
        run(organisation, row.organisation);
        run(replays, row.organisation);
        purged.add(purge, nowMs);
        asked.add(row);
    }

    /** What was written is durable: it begins. */
    void begin() {
        waiting.addAll(asked);
        asked.clear();
        purged.committed();
    }

    /** What was written since was rolled back. */
    void forget() {
        asked.clear();
        purged.forget();
    }

    @Override
    public long dueInMs(long nowMs) {
        return waiting.isEmpty() ? NEVER : Math.max(0, notBeforeMs - nowMs);
    }

    @Override
    public void slice(long nowMs) throws SQLException {
        Row row = waiting.getFirst();
        if (!passing) {
            passing = true;
            sawAll = indexes.stream().allMatch(index -> index.has(row.seq));
        }
        next = steps.get(step).slice(row.organisation) ? step : step + 1;
        if (next == lastStep && !sawAll) {
            next = AGAIN;
            notBeforeMs = nowMs + PAUSE_MS;
        }
        if (next > lastStep) {
            run(delete, row.organisation);
        }
    }

    @Override
    public void committed() {
        if (next > lastStep) {
            waiting.removeFirst();
            next = AGAIN;
        }
        if (next == AGAIN) {
            restart();
        }
        step = next;
    }

    @Override
    public void rolledBack() {
        restart();
    }

    private void restart() {
        steps.forEach(PurgeStep::restart);
        passing = false;
        step = 0;
        next = 0;
    }

    private static void run(PreparedStatement statement, long organisation) throws SQLException {
        statement.setLong(1, organisation);
        statement.executeUpdate();
    }
}
