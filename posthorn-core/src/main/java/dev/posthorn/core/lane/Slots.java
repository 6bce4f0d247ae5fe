package dev.posthorn.core.lane;

/**
 * The requests the whole node may have under way. Lanes that have not proven themselves share half
 * of them, so that however many endpoints hang, proven ones find room.
 */
final class Slots {
    /** What a payload counts that is yet to be loaded: the most an event has unless configured. */
    static final int UNKNOWN_PAYLOAD_BYTES = 1024 * 1024;

    private final int max;
    private final int maxDoubtful;
    private final long maxBytes;
    private int taken;
    private int takenDoubtful;
    private long bytes;

    Slots(int max, long maxBytes) {
        this.max = max;
        this.maxDoubtful = Math.max(1, max / 2);
        this.maxBytes = maxBytes;
    }

    boolean free(boolean proven) {
        boolean room = taken < max && (bytes < maxBytes || taken == 0);
        return room && (proven || takenDoubtful < maxDoubtful);
    }

    int taken() {
        return taken;
    }

    void take(boolean proven, long payloadBytes) {
        taken++;
        takenDoubtful += proven ? 0 : 1;
        bytes += payloadBytes;
    }

    /** With what {@link #take} was told. */
    void giveBack(boolean proven, long payloadBytes) {
        taken--;
        takenDoubtful -= proven ? 0 : 1;
        bytes -= payloadBytes;
    }
}
