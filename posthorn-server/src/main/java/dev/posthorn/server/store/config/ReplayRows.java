package dev.posthorn.server.store.config;

import dev.posthorn.core.replay.Replay;
import dev.posthorn.server.store.StoreException;
import dev.posthorn.server.store.row.ReplayPlanCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The {@code replay} table beside the tasks: what is sent again, and how far that is. */
public final class ReplayRows {
    private final SaveTasks tasks;
    private final Purged purged;
    private final PreparedStatement insert;
    private final PreparedStatement move;
    private final PreparedStatement delete;

    public ReplayRows(Connection connection, SaveTasks tasks, Purged purged) throws SQLException {
        this.purged = purged;
        this.tasks = tasks;
        insert =
                connection.prepareStatement(
                        "INSERT INTO replay (task, plan, stage, after) VALUES (?, ?, ?, ?)");
        move =
                connection.prepareStatement(
                        "UPDATE replay SET stage = ?, after = ?"
                                + " WHERE task = ? AND stage = ? AND after = ?");
        delete = connection.prepareStatement("DELETE FROM replay WHERE task = ?");
    }

    /** One of an organisation just erased is not written, so its first step finds it gone. */
    public void begin(Replay replay) throws SQLException {
        if (purged.covers(replay.task().organisation())) {
            return;
        }
        tasks.write(replay.task());
        insert.setLong(1, replay.task().id().seq());
        insert.setString(2, ReplayPlanCodec.encode(replay.plan()));
        insert.setInt(3, replay.stage());
        insert.setLong(4, replay.after());
        insert.executeUpdate();
    }

    /** Throws when it is not where {@code before} says. */
    public void advance(Replay before, Replay after) throws SQLException {
        long task = before.task().id().seq();
        move.setInt(1, after.stage());
        move.setLong(2, after.after());
        move.setLong(3, task);
        move.setInt(4, before.stage());
        move.setLong(5, before.after());
        if (move.executeUpdate() != 1) {
            throw new StoreException("replay " + task + " is not where it was", null);
        }
        tasks.write(after.task());
        if (after.done()) {
            delete.setLong(1, task);
            delete.executeUpdate();
        }
    }
}
