package dev.posthorn.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder for the data of one bench, removed at the end. */
public record Workspace(Path folder, boolean keep) implements AutoCloseable {
    /** Under {@code parent}, else where the system keeps temporary files. */
    public static Workspace open(@Nullable Path parent, boolean keep) {
        try {
            String prefix = "posthorn-bench-";
            return new Workspace(
                    parent == null
                            ? Files.createTempDirectory(prefix)
                            : Files.createTempDirectory(parent, prefix),
                    keep);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for the data", e);
        }
    }

    @Override
    public void close() {
        if (!keep) {
            remove(folder);
        }
    }

    /** Makes a folder unless it is there. */
    public static Path make(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
    }

    /** Removes a folder with all that is in it, if it is there. */
    public static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
