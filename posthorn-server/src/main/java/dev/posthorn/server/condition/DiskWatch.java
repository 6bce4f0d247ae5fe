package dev.posthorn.server.condition;

import dev.posthorn.server.settings.DiskReserve;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks how much of the disk is free, so that publishing can stop while there is still room to
 * settle what was accepted. Whoever publishes reads a field; looking is somebody else's, on a
 * thread that may block.
 */
public final class DiskWatch {
    /** Between looks: at full load some 100 MB are written, a tenth of the least reserve. */
    public static final long LOOK_EVERY_MS = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);

    private final Disk disk;
    private final DiskReserve reserve;
    private volatile boolean low;
    private volatile long freeBytes;

    /** Where the space is measured. */
    public interface Disk {
        long freeBytes() throws IOException;

        long sizeBytes() throws IOException;
    }

    public DiskWatch(Disk disk, DiskReserve reserve) {
        this.disk = disk;
        this.reserve = reserve;
    }

    /** Of the disk {@code folder} is on. */
    public static DiskWatch of(Path folder, DiskReserve reserve) {
        return new DiskWatch(
                new Disk() {
                    @Override
                    public long freeBytes() throws IOException {
                        return store().getUsableSpace();
                    }

                    @Override
                    public long sizeBytes() throws IOException {
                        return store().getTotalSpace();
                    }

                    private FileStore store() throws IOException {
                        return Files.getFileStore(folder);
                    }
                },
                reserve);
    }

    /** Looks. A disk that cannot be asked is as it was. */
    public void look() {
        try {
            freeBytes = disk.freeBytes();
            judge(freeBytes < reserve.onDiskOf(disk.sizeBytes()));
        } catch (IOException e) {
            LOG.warn("the free disk cannot be measured", e);
        }
    }

    private void judge(boolean nowLow) {
        if (nowLow && !low) {
            LOG.warn(
                    "{} bytes of disk are free, less than min-free-disk: no publishing", freeBytes);
        } else if (low && !nowLow) {
            LOG.info("{} bytes of disk are free again: publishing goes on", freeBytes);
        }
        low = nowLow;
    }

    /** Whether less is free than must be. */
    public boolean isLow() {
        return low;
    }

    /** At the last look; 0 before the first. */
    public long freeBytes() {
        return freeBytes;
    }
}
