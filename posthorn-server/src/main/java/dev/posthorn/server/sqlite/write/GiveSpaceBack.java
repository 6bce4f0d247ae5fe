package dev.posthorn.server.sqlite.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Gives pages that hold nothing back to the disk when they are many. A quarter of the file stays
 * for what comes next: freed pages are used again first, and moving them away only to ask for them
 * again would cost twice.
 */
final class GiveSpaceBack implements Chore {
    private static final int PAGES_PER_SLICE = 128;

    /** Below 64 MiB nobody misses the space. */
    private static final long LEAST_FREE_PAGES = 8_192;

    private static final int SHARE_KEPT_FREE = 4;
    private static final long PAUSE_MS = 5_000;

    private final SpaceGauge space;
    private final Statement statement;
    private long nextMs;

    GiveSpaceBack(Connection connection, SpaceGauge space) throws SQLException {
        this.space = space;
        this.statement = connection.createStatement();
    }

    @Override
    public long dueInMs(long nowMs) {
        return Math.max(0, nextMs - nowMs);
    }

    @Override
    public void slice(long nowMs) throws SQLException {
        long free = space.freePages();
        if (free < LEAST_FREE_PAGES || free < space.pages() / SHARE_KEPT_FREE) {
            nextMs = nowMs + PAUSE_MS;
            return;
        }
        statement.executeUpdate("PRAGMA incremental_vacuum(" + PAGES_PER_SLICE + ")");
    }

    @Override
    public void committed() {}

    @Override
    public void rolledBack() {
        nextMs = 0;
    }
}
