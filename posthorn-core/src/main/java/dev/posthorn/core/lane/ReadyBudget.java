package dev.posthorn.core.lane;

import dev.posthorn.core.delivery.PendingDelivery;

/** What all lanes together may keep in memory: rows, and the payload bytes they carry. */
final class ReadyBudget {
    private final int maxRows;
    private final long maxBytes;
    private int rows;
    private int asked;
    private long bytes;

    ReadyBudget(int maxRows, long maxBytes) {
        this.maxRows = maxRows;
        this.maxBytes = maxBytes;
    }

    boolean hasRoom() {
        return rows < maxRows;
    }

    /** Whether there is room beyond what was asked for already and is on its way. */
    boolean mayAsk() {
        return rows + asked < maxRows;
    }

    /** Rows are on their way; to be told to {@link #answered} when they came or did not. */
    void ask(int count) {
        asked += count;
    }

    void answered(int count) {
        asked -= count;
    }

    /** Counts a row in; one whose payload no longer fits comes back without it. */
    PendingDelivery admit(PendingDelivery delivery) {
        rows++;
        long size = delivery.payloadBytes();
        if (bytes + size > maxBytes) {
            return delivery.withoutEvent();
        }
        bytes += size;
        return delivery;
    }

    /** Counts out a row as {@link #admit} returned it. */
    void leave(PendingDelivery delivery) {
        rows--;
        bytes -= delivery.payloadBytes();
    }
}
