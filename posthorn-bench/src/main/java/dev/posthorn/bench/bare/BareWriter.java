package dev.posthorn.bench.bare;

import dev.posthorn.core.id.Sequence;
import dev.posthorn.server.sqlite.file.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Group commit on a thread of its own: settlements, then events, one flush for all. */
final class BareWriter implements AutoCloseable {
    private final BareQueue queue;
    private final BareFan fan;
    private final BareCheckpoints checkpoints;
    private final Consumer<List<BareCall>> committed;
    private final Thread thread;
    private final Connection connection;

    /** {@code committed} hears on the writer's thread what is durable. */
    BareWriter(Database database, BareQueue queue, BareFan fan, Consumer<List<BareCall>> committed)
            throws SQLException {
        this.queue = queue;
        this.fan = fan;
        this.committed = committed;
        this.connection = database.openWriter();
        this.checkpoints = new BareCheckpoints(database, connection);
        this.thread = Thread.ofPlatform().name("writer").start(this::run);
    }

    private void run() {
        try {
            BareRows rows = new BareRows(connection);
            BareQueue.Batch batch = queue.take();
            while (!batch.settled().isEmpty() || !batch.accepted().isEmpty()) {
                rows.write(batch, fan, System.currentTimeMillis());
                committed.accept(batch.accepted());
                checkpoints.afterCommit();
                batch = queue.take();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the bare pipeline cannot write", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Numbers of an event and its deliveries. */
    static long draw(Sequence sequence, BareFan fan) {
        return sequence.next(1 + 2 * fan.width(), System.currentTimeMillis());
    }

    @Override
    public void close() throws SQLException {
        queue.close();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        checkpoints.close();
        connection.close();
    }
}
