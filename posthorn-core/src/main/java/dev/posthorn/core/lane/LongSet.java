package dev.posthorn.core.lane;

import java.util.Arrays;

/**
 * A set of numbers without a box per number: open addressing with linear probing, at most half
 * full. A lane asks it about every row, so it is worth its lines.
 */
final class LongSet {
    private static final int SMALLEST = 16;

    private long[] slots = new long[SMALLEST];
    private int size;

    /** 0 marks a free slot, so the number itself is kept apart. */
    private boolean zero;

    int size() {
        return zero ? size + 1 : size;
    }

    boolean contains(long value) {
        return value == 0 ? zero : slots[find(value)] == value;
    }

    boolean add(long value) {
        if (value == 0) {
            return setZero(true);
        }
        int at = find(value);
        if (slots[at] == value) {
            return false;
        }
        slots[at] = value;
        size++;
        if (size * 2 > slots.length) {
            resize(slots.length * 2);
        }
        return true;
    }

    boolean remove(long value) {
        if (value == 0) {
            return setZero(false);
        }
        int at = find(value);
        if (slots[at] != value) {
            return false;
        }
        slots[at] = 0;
        size--;
        closeGap(at);
        return true;
    }

    void clear() {
        slots = new long[SMALLEST];
        size = 0;
        zero = false;
    }

    private boolean setZero(boolean present) {
        boolean changes = zero != present;
        zero = present;
        return changes;
    }

    void addAll(LongSet others) {
        Arrays.stream(others.slots).filter(value -> value != 0).forEach(this::add);
    }

    /** Where the value is, or the free slot where it would go. */
    private int find(long value) {
        int mask = slots.length - 1;
        int at = home(value, mask);
        while (slots[at] != 0 && slots[at] != value) {
            at = (at + 1) & mask;
        }
        return at;
    }

    /** Moves values back over a freed slot, so that probing never meets a hole too early. */
    private void closeGap(int freed) {
        int mask = slots.length - 1;
        int gap = freed;
        for (int at = (gap + 1) & mask; slots[at] != 0; at = (at + 1) & mask) {
            int distanceFromHome = (at - home(slots[at], mask)) & mask;
            if (distanceFromHome >= ((at - gap) & mask)) {
                slots[gap] = slots[at];
                slots[at] = 0;
                gap = at;
            }
        }
    }

    private void resize(int capacity) {
        long[] before = slots;
        slots = new long[capacity];
        Arrays.stream(before)
                .filter(value -> value != 0)
                .forEach(value -> slots[find(value)] = value);
    }

    private static int home(long value, int mask) {
        long mixed = value * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & mask;
    }
}
