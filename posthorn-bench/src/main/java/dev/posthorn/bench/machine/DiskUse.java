package dev.posthorn.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Bytes of files in a folder. */
public final class DiskUse {
    private DiskUse() {}

    /** Everything below the folder. */
    public static long bytes(Path folder) {
        return sum(folder, "");
    }

    /** Write-ahead logs below the folder. */
    public static long walBytes(Path folder) {
        return sum(folder, "-wal");
    }

    private static long sum(Path folder, String suffix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .mapToLong(DiskUse::size)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException _) {
            return 0; // A write-ahead log may go between listing and looking.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot see the size of " + file, e);
        }
    }

    /** Bytes still free where the folder is. */
    public static long freeBytes(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot see the free space of " + folder, e);
        }
    }

    /** Whether the folder only pretends to be on a disk, so that flushing costs nothing. */
    public static boolean isMemory(Path folder) {
        try {
            return Files.getFileStore(folder).type().equals("tmpfs");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot see what " + folder + " is on", e);
        }
    }
}
