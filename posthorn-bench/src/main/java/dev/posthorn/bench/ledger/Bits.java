package dev.posthorn.bench.ledger;

import java.util.ArrayList;
import java.util.List;

/** A set of numbers from 0 that grows without copying; a bit each. */
final class Bits {
    /** 128 KiB a chunk: a million numbers. */
    private static final int CHUNK_SHIFT = 20;

    private static final int CHUNK_MASK = (1 << CHUNK_SHIFT) - 1;

    private final List<long[]> chunks = new ArrayList<>();

    /** Returns false when the number was in already. */
    boolean add(long number) {
        long[] chunk = chunk((int) (number >>> CHUNK_SHIFT));
        int bit = (int) number & CHUNK_MASK;
        long mask = 1L << bit;
        boolean isNew = (chunk[bit >>> 6] & mask) == 0;
        chunk[bit >>> 6] |= mask;
        return isNew;
    }

    boolean contains(long number) {
        int chunk = (int) (number >>> CHUNK_SHIFT);
        int bit = (int) number & CHUNK_MASK;
        return chunk < chunks.size() && (chunks.get(chunk)[bit >>> 6] & (1L << bit)) != 0;
    }

    private long[] chunk(int index) {
        while (chunks.size() <= index) {
            chunks.add(new long[1 << (CHUNK_SHIFT - 6)]);
        }
        return chunks.get(index);
    }
}
