package dev.posthorn.bench.scenario;

import dev.posthorn.bench.plan.Load;
import dev.posthorn.bench.plan.Plan;
import dev.posthorn.bench.report.Run;
import dev.posthorn.bench.rig.Rig;
import java.time.Duration;
import java.util.List;

/**
 * Four acts: the other endpoints alone, a backlog for endpoint 0 while it is down, the others
 * beside it, and the return of endpoint 0.
 */
final class BacklogRun {
    /** Leaves the others room, so that what they lose would show. */
    private static final int OTHERS_PER_SECOND = 2000;

    /** New events for the endpoint that returned: few, to see when they arrive. */
    private static final int NEW_PER_SECOND = 100;

    /** A dead endpoint is probed every 10 s at the latest, and a probe takes its time. */
    private static final double NOTICED_SECONDS = 11;

    /** Faster than any machine drains. */
    private static final int FAST_PER_SECOND = 20_000;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double MIB = 1024.0 * 1024;

    private final Stage stage;
    private final Rig rig;
    private final Plan plan;
    private final int pending;

    BacklogRun(Stage stage, Rig rig, Plan plan, int pending) {
        this.stage = stage;
        this.rig = rig;
        this.plan = plan;
        this.pending = pending;
    }

    List<Finding> play() {
        aimAtOthers();
        others(0, plan.timing().warmUp());
        Run before = stage.keep(others(1, plan.timing().duration()));
        makeBacklog();
        aimAtOthers();
        Run during = stage.keep(others(2, plan.timing().duration()));
        double noticedSeconds = comeBack();
        Run after = stage.keep(drain());
        return List.of(
                stage.finding(
                        "pending with a heap of 512 MiB",
                        Goal.atLeast(pending, Unit.DELIVERIES),
                        (double) during.balance().pending()),
                stage.finding(
                        "most memory resident",
                        Goal.told(Unit.MIB),
                        during.usage().rssBytes() / MIB),
                stage.finding(
                        "p99 of the others, as a multiple of before",
                        Goal.atMost(1.5, Unit.TIMES),
                        (double) during.toReceiver().p99() / before.toReceiver().p99()),
                stage.finding(
                        "its return to its first delivery",
                        Goal.atMost(NOTICED_SECONDS, Unit.SECONDS),
                        noticedSeconds),
                stage.finding(
                        "deliveries from then on",
                        Goal.told(Unit.PER_SECOND),
                        after.deliveredPerSecond()),
                stage.finding(
                        "p50 of new events meanwhile",
                        Goal.atMost(1, Unit.SECONDS),
                        after.toReceiver().p50() / MICROS_PER_SECOND));
    }

    private void aimAtOthers() {
        rig.aim(1, plan.load().fan().groups() - 1);
    }

    private Run others(int number, Duration length) {
        Load steady = plan.load().withRate(OTHERS_PER_SECOND);
        return rig.run(number, length, steady, Backlog.patience(0));
    }

    private void makeBacklog() {
        stage.say("making " + pending + " deliveries pending");
        rig.takeDown(1);
        rig.aim(0, 1);
        rig.fill(pending, Backlog.filling(plan.load()));
    }

    /** Seconds until it was noticed. */
    private double comeBack() {
        stage.say("the endpoint returns");
        rig.aim(0, 1);
        rig.awaitFirst();
        long returnedNanos = System.nanoTime();
        rig.takeDown(0);
        return (rig.firstArrivalNanos() - returnedNanos) / NANOS_PER_SECOND;
    }

    /** Counts no longer than the backlog lasts, then waits for the rest. */
    private Run drain() {
        Duration least = Duration.ofSeconds(Math.max(1, pending / FAST_PER_SECOND));
        Duration whole = plan.timing().duration();
        return rig.run(
                3,
                least.compareTo(whole) < 0 ? least : whole,
                plan.load().withRate(NEW_PER_SECOND),
                Backlog.patience(pending));
    }
}
