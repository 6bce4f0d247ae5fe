package dev.posthorn.server.sqlite.write;

import java.sql.SQLException;

/** A tail on its way into the index: by owner, then by row. */
final class Run {
    private final Tail tail;
    private final long[] owners;
    private long[] rows;
    private int owner;
    private int row;

    Run(Tail tail) {
        this.tail = tail;
        this.owners = tail.owners();
        this.rows = owners.length == 0 ? new long[0] : tail.rows(owners[0]);
    }

    boolean isDone() {
        return owner == owners.length;
    }

    void restart() {
        owner = 0;
        row = 0;
        rows = owners.length == 0 ? new long[0] : tail.rows(owners[0]);
    }

    /** Hands over the next {@code count} entries, or what is left. */
    void next(int count, Sink sink) throws SQLException {
        for (int i = 0; i < count && !isDone(); i++) {
            sink.entry(owners[owner], rows[row]);
            if (++row == rows.length) {
                row = 0;
                if (++owner < owners.length) {
                    rows = tail.rows(owners[owner]);
                }
            }
        }
    }

    /** Takes an entry. */
    interface Sink {
        void entry(long owner, long row) throws SQLException;
    }
}
