package dev.posthorn.bench.scenario;

import dev.posthorn.bench.machine.ProcessUse;
import dev.posthorn.bench.rig.Rig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What it uses while nothing is published. */
final class Idle implements Scenario {
    private static final double PER_CENT = 100;
    private static final double MIB = 1024.0 * 1024;

    /** 200 MB. */
    private static final double MOST_MIB = 200e6 / MIB;

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public String about() {
        return "processor and memory while nothing is published";
    }

    @Override
    public List<Finding> measure(Stage stage) {
        Duration length = stage.plan().timing().duration();
        return stage.with(
                stage.posthorn(stage.plan()),
                rig -> {
                    rest(stage.plan().timing().warmUp());
                    return measure(stage, rig, length);
                });
    }

    private static List<Finding> measure(Stage stage, Rig rig, Duration length) {
        ProcessUse before = ProcessUse.of(rig.subject().pid());
        long beganNanos = System.nanoTime();
        rest(length);
        ProcessUse after = ProcessUse.of(rig.subject().pid());
        double elapsedMicros = (System.nanoTime() - beganNanos) / 1000.0;
        double share = (after.cpuMicros() - before.cpuMicros()) / elapsedMicros;
        return List.of(
                stage.finding("of a core", Goal.atMost(1, Unit.PER_CENT), share * PER_CENT),
                stage.finding(
                        "resident, of 200 MB",
                        Goal.atMost(MOST_MIB, Unit.MIB),
                        after.rssBytes() / MIB));
    }

    private static void rest(Duration length) {
        long endNanos = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < endNanos) {
            LockSupport.parkNanos(endNanos - System.nanoTime());
        }
    }
}
