package dev.posthorn.bench.rig;

import dev.posthorn.bench.machine.DiskUse;
import dev.posthorn.bench.machine.MachineUse;
import dev.posthorn.bench.machine.ProcessUse;
import dev.posthorn.bench.report.Usage;
import dev.posthorn.bench.subject.Subject;

/** Follows what the program under test uses from its making to the latest {@link #step}. */
final class Meter {
    private static final long RIG = ProcessHandle.current().pid();

    private final Subject subject;
    private final long startNanos;
    private final ProcessUse subjectBefore;
    private final ProcessUse rigBefore;
    private final MachineUse machineBefore;
    private ProcessUse subjectNow;
    private ProcessUse rigNow;
    private MachineUse machineNow;
    private long nowNanos;
    private long rssBytes;
    private long walBytes;

    Meter(Subject subject, long nowNanos) {
        this.subject = subject;
        this.startNanos = nowNanos;
        subjectBefore = ProcessUse.of(subject.pid());
        rigBefore = ProcessUse.of(RIG);
        machineBefore = MachineUse.now();
        subjectNow = subjectBefore;
        rigNow = rigBefore;
        machineNow = machineBefore;
        this.nowNanos = nowNanos;
    }

    void step(long now) {
        nowNanos = now;
        subjectNow = ProcessUse.of(subject.pid());
        rigNow = ProcessUse.of(RIG);
        machineNow = MachineUse.now();
        rssBytes = Math.max(rssBytes, subjectNow.rssBytes());
        walBytes = Math.max(walBytes, DiskUse.walBytes(subject.folder()));
    }

    /** Per delivery, or per event where none is delivered, {@code delivered} in the same time. */
    Usage usage(double delivered) {
        double subjectMicros = subjectNow.cpuMicros() - subjectBefore.cpuMicros();
        double rigMicros = rigNow.cpuMicros() - rigBefore.cpuMicros();
        double allMicros = machineNow.cpuMicros() - machineBefore.cpuMicros();
        double elapsedMicros = Math.max(1, (nowNanos - startNanos) / 1000);
        int cores = Runtime.getRuntime().availableProcessors();
        return new Usage(
                subjectMicros / delivered,
                rigMicros / delivered,
                Math.max(0, allMicros - subjectMicros - rigMicros) / elapsedMicros / cores,
                (subjectNow.writtenBytes() - subjectBefore.writtenBytes()) / delivered,
                rssBytes,
                walBytes);
    }
}
