package dev.posthorn.server.store.scan;

import dev.posthorn.core.log.DeliveryLog;

/** How far a list looks before it answers with what it has. */
final class ScanBudget {
    private static final long TO_FILL_NANOS = 30_000_000;

    /** Once the page is full all that is left is counting, which is worth less. */
    private static final long TO_COUNT_NANOS = 10_000_000;

    /** Looking at the clock costs more than looking at a row. */
    private static final int ROWS_PER_LOOK = 64;

    private final ReadConnection connection;
    private final long startedNanos;
    private int lookedAt;

    ScanBudget(ReadConnection connection) {
        this.connection = connection;
        this.startedNanos = connection.elapsedNanos();
    }

    /**
     * Counts a row; false when it must not be looked at any more. The first ones always may.
     *
     * @param full the page has all its rows
     */
    boolean allowsOneMore(boolean full) {
        boolean look = lookedAt > 0 && lookedAt % ROWS_PER_LOOK == 0;
        return !(look && isLate(full)) && lookedAt++ < DeliveryLog.MAX_LOOKED_AT;
    }

    private boolean isLate(boolean full) {
        long spent = connection.elapsedNanos() - startedNanos;
        return spent > (full ? TO_COUNT_NANOS : TO_FILL_NANOS);
    }
}
