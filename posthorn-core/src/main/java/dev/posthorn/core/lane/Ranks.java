package dev.posthorn.core.lane;

import org.jspecify.annotations.Nullable;

/**
 * Lanes that have something to send, proven ones and doubtful ones apart. Both kinds go by turns:
 * where slots are scarce, proven lanes must not keep out new ones.
 */
final class Ranks {
    private final Turns proven = new Turns();
    private final Turns doubtful = new Turns();
    private final Slots slots;
    private boolean doubtfulIsNext;

    Ranks(Slots slots) {
        this.slots = slots;
    }

    void add(Lane lane) {
        lane.queued(true);
        (lane.proven() ? proven : doubtful).add(lane);
    }

    /** {@code wasProven}: when it was added. */
    void remove(Lane lane, boolean wasProven) {
        (wasProven ? proven : doubtful).remove(lane);
        lane.queued(false);
    }

    /** Takes out the next lane there is a slot for; null when there is none. */
    @Nullable Lane next() {
        Turns turns = nextTurns();
        Lane lane = turns == null ? null : turns.next();
        if (lane != null) {
            lane.queued(false);
        }
        return lane;
    }

    private @Nullable Turns nextTurns() {
        boolean someProven = !proven.isEmpty() && slots.free(true);
        boolean someDoubtful = !doubtful.isEmpty() && slots.free(false);
        if (someProven && someDoubtful) {
            doubtfulIsNext = !doubtfulIsNext;
            return doubtfulIsNext ? doubtful : proven;
        }
        return someProven ? proven : someDoubtful ? doubtful : null;
    }
}
