package dev.posthorn.bench.rig;

import dev.posthorn.bench.machine.DiskUse;
import dev.posthorn.bench.plan.BenchRefusal;
import dev.posthorn.bench.plan.Plan;
import java.nio.file.Path;
import java.util.List;

/** Refuses to begin where the figures would be wrong or the disk would fill up. */
final class DiskCheck {
    private static final double GIB = 1024.0 * 1024 * 1024;

    private DiskCheck() {}

    /** All plans put their data on the same disk. */
    static void check(List<Plan> plans) {
        Path folder = plans.getFirst().folder();
        if (DiskUse.isMemory(folder)) {
            throw new BenchRefusal(
                    folder + " is in memory, where flushing costs nothing: give --folder");
        }
        long needed = plans.stream().mapToLong(Plan::diskBytesNeeded).sum();
        long free = DiskUse.freeBytes(folder);
        if (free < needed) {
            throw new BenchRefusal(
                    "%s has %.1f GiB free, this may need %.1f: give --folder, or fewer or shorter runs"
                            .formatted(folder, free / GIB, needed / GIB));
        }
    }
}
