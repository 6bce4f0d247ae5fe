package dev.posthorn.bench;

import dev.posthorn.bench.machine.DiskUse;

/** Refuses to begin where the figures would be wrong or the disk would fill up. */
final class DiskCheck {
    private static final double GIB = 1024.0 * 1024 * 1024;

    private final Plan plan;

    DiskCheck(Plan plan) {
        this.plan = plan;
    }

    void check() {
        if (DiskUse.isMemory(plan.folder())) {
            throw new BenchRefusal(
                    plan.folder() + " is in memory, where flushing costs nothing: give --folder");
        }
        long needed = plan.diskBytesNeeded() * plan.subjects().size();
        long free = DiskUse.freeBytes(plan.folder());
        if (free < needed) {
            throw new BenchRefusal(
                    "%s has %.1f GiB free, this may need %.1f: give --folder, or fewer or shorter runs"
                            .formatted(plan.folder(), free / GIB, needed / GIB));
        }
    }
}
