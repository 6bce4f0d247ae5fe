package dev.posthorn.bench.ledger;

import java.util.ArrayList;
import java.util.List;

/** When each event was due, in four bytes of microseconds: enough for 71 minutes. */
final class Times {
    /** 256 KiB a chunk. */
    private static final int CHUNK_SHIFT = 16;

    private static final int CHUNK_MASK = (1 << CHUNK_SHIFT) - 1;

    private final List<int[]> chunks = new ArrayList<>();

    void set(long number, long micros) {
        int index = (int) (number >>> CHUNK_SHIFT);
        while (chunks.size() <= index) {
            chunks.add(new int[1 << CHUNK_SHIFT]);
        }
        chunks.get(index)[(int) number & CHUNK_MASK] = (int) micros;
    }

    long micros(long number) {
        int index = (int) (number >>> CHUNK_SHIFT);
        return Integer.toUnsignedLong(chunks.get(index)[(int) number & CHUNK_MASK]);
    }
}
