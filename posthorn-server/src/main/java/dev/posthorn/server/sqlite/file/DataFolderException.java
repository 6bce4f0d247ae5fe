package dev.posthorn.server.sqlite.file;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The data folder cannot be used; the message says what to do. */
public final class DataFolderException extends RuntimeException {
    private DataFolderException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static DataFolderException inUse(Path folder) {
        return new DataFolderException(
                "the data folder "
                        + folder
                        + " is in use by another process: stop that one, or choose another folder",
                null);
    }

    static DataFolderException unusable(Path folder, IOException cause) {
        return new DataFolderException(
                "cannot use the data folder " + folder + ": " + cause, cause);
    }
}
