package dev.posthorn.server.sqlite.write;

import dev.posthorn.server.sqlite.file.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the write-ahead log short. A log starts over only when all of it has been copied into the
 * database at a moment without writing, and a copier beside a busy writer never gets there. So a
 * thread copies most of it, and the writer itself does the short rest between two commits. Readers
 * that hold on to an old state delay this; past the hard limit the writer waits for them, a moment
 * per few megabytes: a backup that reads for minutes makes the log grow but stops nobody.
 */
public final class Checkpointer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);

    /** Below this a page written often is copied more often than needed. */
    private static final int START_FRAMES = (32 << 20) / Database.PAGE_BYTES;

    /** Few enough for the writer to copy within some milliseconds. */
    private static final int REST_FRAMES = (4 << 20) / Database.PAGE_BYTES;

    /** Beyond this, bounding the log goes before the next commit. */
    private static final int HARD_FRAMES = (80 << 20) / Database.PAGE_BYTES;

    private static final int LOG_EVERY = 1_000;

    private final Connection connection;
    private final WalGauge gauge;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final AtomicInteger failures = new AtomicInteger();
    private int waitFrames = HARD_FRAMES;
    private volatile boolean wanted;
    private volatile boolean closed;
    private volatile @Nullable Thread thread;

    /** {@code connection} is its own; {@code gauge} is on the writer's. */
    public Checkpointer(Connection connection, WalGauge gauge) {
        this.connection = connection;
        this.gauge = gauge;
    }

    /** Called by the writer between two transactions. */
    void afterCommit() {
        try {
            look(gauge.read());
        } catch (SQLException e) {
            failed(e);
        }
    }

    private void look(WalGauge.Reading log) throws SQLException {
        if (log.frames() < START_FRAMES) {
            waitFrames = HARD_FRAMES;
        } else if (log.frames() >= waitFrames) {
            finish("RESTART");
            waitFrames = log.frames() + REST_FRAMES;
        } else if (log.uncopied() <= REST_FRAMES) {
            tryFinish();
        } else {
            wake();
        }
    }

    /** Not each time: a disk that is full stays so for many commits. */
    private void failed(SQLException cause) {
        int before = failures.getAndIncrement();
        if (before % LOG_EVERY == 0) {
            LOG.warn("checkpoint failed, after {} others", before, cause);
        }
    }

    private void tryFinish() throws SQLException {
        if (oneAtATime.tryLock()) {
            try {
                checkpoint("PASSIVE");
            } finally {
                oneAtATime.unlock();
            }
        }
    }

    private void finish(String mode) throws SQLException {
        oneAtATime.lock();
        try {
            checkpoint(mode);
        } finally {
            oneAtATime.unlock();
        }
    }

    private void checkpoint(String mode) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(" + mode + ")");
        }
    }

    private void wake() {
        wanted = true;
        LockSupport.unpark(thread);
    }

    /** The thread that copies while the writer writes. */
    @Override
    public void run() {
        thread = Thread.currentThread();
        while (!closed) {
            if (wanted) {
                wanted = false;
                copy();
            } else {
                LockSupport.park(this);
            }
        }
    }

    private void copy() {
        try {
            finish("PASSIVE");
        } catch (SQLException e) {
            failed(e);
        }
    }

    /** Lets the thread end. */
    public void stop() {
        closed = true;
        LockSupport.unpark(thread);
    }

    /** Copies everything and empties the log, as far as nobody reads. */
    public void finish() throws SQLException {
        finish("TRUNCATE");
        connection.close();
    }
}
