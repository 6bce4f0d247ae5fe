package dev.posthorn.server.sqlite.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds all data, claimed by one process at a time. What is made in it can be read
 * by its owner alone; a folder that exists keeps its permissions and may hold other files. The
 * claim ends with the process, however it ends.
 */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK = "posthorn.lock";
    private static final String DATABASE = "posthorn.db";

    private final Path folder;
    private final FileChannel lockFile;

    private DataFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Makes the folder if it is missing and claims it.
     *
     * @throws DataFolderException when another process has it, or it cannot be written
     */
    public static DataFolder claim(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, privately(folder, "rwx------"));
            }
            FileChannel lockFile = openPrivate(folder.resolve(LOCK));
            if (lock(lockFile) == null) {
                lockFile.close();
                throw DataFolderException.inUse(folder);
            }
            openPrivate(folder.resolve(DATABASE)).close();
            return new DataFolder(folder, lockFile);
        } catch (IOException e) {
            throw DataFolderException.unusable(folder, e);
        }
    }

    /** SQLite gives the files beside it the same permissions. */
    public Path database() {
        return folder.resolve(DATABASE);
    }

    /**
     * The content of a file of ours; what {@code first} makes when there is none yet, then kept.
     *
     * @throws DataFolderException when it can be neither read nor written
     */
    public byte[] keep(String name, Supplier<byte[]> first) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                write(file, first.get());
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw DataFolderException.unusable(folder, e);
        }
    }

    /** Under another name first: a crash leaves no half a key. */
    private void write(Path file, byte[] content) throws IOException {
        Path draft = folder.resolve(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        try (FileChannel channel = openPrivate(draft)) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw DataFolderException.unusable(folder, e);
        }
    }

    private static FileChannel openPrivate(Path file) throws IOException {
        try {
            Files.createFile(file, privately(file, "rw-------"));
        } catch (FileAlreadyExistsException _) {
            // Left by an earlier process; its lock died with it.
        }
        return FileChannel.open(file, StandardOpenOption.WRITE);
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static FileAttribute<?>[] privately(Path path, String permissions) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> mine = PosixFilePermissions.fromString(permissions);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mine)};
    }
}
