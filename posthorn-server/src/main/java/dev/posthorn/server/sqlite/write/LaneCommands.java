package dev.posthorn.server.sqlite.write;

import dev.posthorn.server.store.config.LaneCommand;
import dev.posthorn.server.store.config.LaneCommandRows;
import dev.posthorn.server.store.config.ReorderPending;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Carries out lane commands, one after another; those a crash interrupted begin again. */
final class LaneCommands implements Chore {
    private final CancelPending cancel;
    private final ReorderPending reorder;
    private final LaneCommandRows rows;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private ReorderPending.Position position = ReorderPending.Position.START;
    private ReorderPending.Position next = ReorderPending.Position.START;
    private boolean finished;

    LaneCommands(Connection connection) throws SQLException {
        cancel = new CancelPending(connection);
        reorder = new ReorderPending(connection, "delivery", "d.state = 0");
        rows = new LaneCommandRows(connection);
        for (LaneCommandRows.Row row : LaneCommandRows.load(connection)) {
            waiting.add(new Waiting(row, () -> {}));
        }
    }

    private record Waiting(LaneCommandRows.Row row, Runnable done) {}

    /** The command is durable: carries it out and calls {@code done}. */
    void begin(LaneCommandRows.Row row, Runnable done) {
        waiting.add(new Waiting(row, done));
    }

    @Override
    public long dueInMs(long nowMs) {
        return waiting.isEmpty() ? NEVER : 0;
    }

    @Override
    public void slice(long nowMs) throws SQLException {
        LaneCommandRows.Row row = waiting.getFirst().row;
        finished =
                switch (row.command()) {
                    case LaneCommand.Cancel command -> cancel.slice(command, row.seq());
                    case LaneCommand.Reorder command -> {
                        next = reorder.slice(command, position);
                        yield next.atEnd();
                    }
                };
        if (finished) {
            rows.delete(row.seq());
        }
    }

    @Override
    public void committed() {
        position = next;
        if (finished) {
            position = ReorderPending.Position.START;
            next = position;
            waiting.removeFirst().done.run();
        }
    }

    @Override
    public void rolledBack() {
        next = position;
    }
}
