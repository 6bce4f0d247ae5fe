package dev.posthorn.server.sqlite.log;

import dev.posthorn.core.log.DeliveryLog;

/** How far a list looks before it answers with what it has. */
final class ScanBudget {
    private static final long NANOS = 30_000_000;

    /** Looking at the clock costs more than looking at a row. */
    private static final int ROWS_PER_LOOK = 64;

    private final ReadConnection connection;
    private final long untilNanos;
    private int lookedAt;

    ScanBudget(ReadConnection connection) {
        this.connection = connection;
        this.untilNanos = connection.elapsedNanos() + NANOS;
    }

    /** Counts a row; false when it must not be looked at any more. The first ones always may. */
    boolean allowsOneMore() {
        boolean late =
                lookedAt > 0
                        && lookedAt % ROWS_PER_LOOK == 0
                        && connection.elapsedNanos() > untilNanos;
        return !late && lookedAt++ < DeliveryLog.MAX_LOOKED_AT;
    }
}
