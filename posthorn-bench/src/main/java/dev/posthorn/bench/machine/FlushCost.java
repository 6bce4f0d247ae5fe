package dev.posthorn.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** What one durable write costs here: every figure of a durable system hangs on it. */
final class FlushCost {
    private static final int PAGE_BYTES = 8192;
    private static final int TIMES = 1000;

    private FlushCost() {}

    /**
     * Median of writing a page and flushing it, microseconds.
     *
     * @param metadata with {@code fsync}, as SQLite's driver does, or else with {@code fdatasync}
     */
    static long medianMicros(Path folder, boolean metadata) {
        Path file = folder.resolve("flush-cost");
        try {
            long median = measure(file, metadata);
            Files.delete(file);
            return median;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot measure flushing in " + folder, e);
        }
    }

    private static long measure(Path file, boolean metadata) throws IOException {
        long[] micros = new long[TIMES];
        ByteBuffer page = ByteBuffer.allocateDirect(PAGE_BYTES);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < TIMES; i++) {
                long start = System.nanoTime();
                channel.write(page.rewind());
                channel.force(metadata);
                micros[i] = (System.nanoTime() - start) / 1000;
            }
        }
        Arrays.sort(micros);
        return micros[TIMES / 2];
    }
}
