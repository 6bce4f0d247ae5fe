package dev.posthorn.core.store;

import dev.posthorn.core.delivery.PendingDelivery;
import java.util.List;

/**
 * Rows of one lane.
 *
 * @param rows in the order asked for
 * @param nextDueMs for unordered lanes: due of the first row after the page, {@link #NOTHING} when
 *     there is none; otherwise {@link #NOTHING} when the page reached the lane's end, and any
 *     earlier time when there is more
 * @param failed the store could not be read: nothing is known, ask again later
 */
public record RefillPage(List<PendingDelivery> rows, long nextDueMs, boolean failed) {
    /** No row is left. */
    public static final long NOTHING = Long.MAX_VALUE;

    public RefillPage {
        rows = List.copyOf(rows);
    }

    public static RefillPage unreadable() {
        return new RefillPage(List.of(), NOTHING, true);
    }
}
