package dev.posthorn.bench.bare;

import dev.posthorn.server.sqlite.file.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Bounds the write-ahead log as the store does, with the same lengths: a thread copies most of it
 * while the writer goes on, the writer copies the short rest itself, and the log starts over.
 */
final class BareCheckpoints implements AutoCloseable {
    private static final int START_FRAMES = (32 << 20) / Database.PAGE_BYTES;
    private static final int REST_FRAMES = (4 << 20) / Database.PAGE_BYTES;

    private final Connection background;
    private final PreparedStatement look;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("checkpoints").factory());
    private final AtomicBoolean busy = new AtomicBoolean();

    BareCheckpoints(Database database, Connection writer) throws SQLException {
        background = database.openCheckpointer();
        look = writer.prepareStatement("PRAGMA wal_checkpoint(NOOP)");
    }

    /** Called by the writer after every commit. */
    void afterCommit() throws SQLException {
        try (ResultSet row = look.executeQuery()) {
            row.next();
            int frames = row.getInt(2);
            int uncopied = frames - row.getInt(3);
            if (frames >= START_FRAMES && busy.compareAndSet(false, true)) {
                start(uncopied <= REST_FRAMES);
            }
        }
    }

    private void start(boolean inline) throws SQLException {
        if (inline) {
            copy();
        } else {
            thread.execute(this::copyBeside);
        }
    }

    private void copyBeside() {
        try {
            copy();
        } catch (SQLException e) {
            throw new IllegalStateException("the bare pipeline cannot checkpoint", e);
        }
    }

    /** By whoever set {@link #busy}. */
    private void copy() throws SQLException {
        try (Statement statement = background.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
        } finally {
            busy.set(false);
        }
    }

    @Override
    public void close() throws SQLException {
        thread.close();
        background.close();
    }
}
