package dev.posthorn.server.sqlite.write;

import java.lang.management.ManagementFactory;
import java.util.List;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * For a flight recording: how long the writer was held up by chores between two commits, their own
 * commit included. Costs a test of a flag when nobody records.
 */
@Name("dev.posthorn.ChoreSlices")
@Label("Chore slices")
@Description("Work that can wait, done by the writer between two commits")
@Category("Posthorn")
@StackTrace(false)
final class ChoreSlices extends Event {
    @Label("Chores")
    @Description("Which of them had a turn")
    @SuppressWarnings("UnusedVariable") // The recording reads it.
    private String chores = "";

    @Label("CPU Time")
    @Description("What remains of the duration was waiting, for the disk or for a processor")
    @Timespan(Timespan.NANOSECONDS)
    private long cpuTime;

    static ChoreSlices started() {
        ChoreSlices slices = new ChoreSlices();
        if (slices.isEnabled()) {
            slices.cpuTime = cpuNs();
            slices.begin();
        }
        return slices;
    }

    void done(List<Chore> chores) {
        end();
        if (shouldCommit()) {
            this.cpuTime = cpuNs() - cpuTime;
            this.chores = String.join(", ", chores.stream().map(Chore::name).toList());
            commit();
        }
    }

    private static long cpuNs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
