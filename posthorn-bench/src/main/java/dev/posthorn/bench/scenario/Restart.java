package dev.posthorn.bench.scenario;

import dev.posthorn.bench.plan.Load;
import dev.posthorn.bench.plan.Plan;
import dev.posthorn.bench.rig.Rig;
import dev.posthorn.bench.subject.PosthornSubject;
import java.time.Duration;
import java.util.List;

/** {@code kill -9} while a million deliveries wait: how soon they go on, and that none is lost. */
final class Restart implements Scenario {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1000;

    @Override
    public String name() {
        return "restart";
    }

    @Override
    public String about() {
        return "kill -9 with 1,000,000 pending: delivering again, and nothing lost";
    }

    @Override
    public List<Finding> measure(Stage stage) {
        Plan plan = stage.plan();
        int pending = stage.sized(Backlog.PENDING, 1000);
        return stage.with(stage.posthorn(plan), rig -> measure(stage, rig, plan.load(), pending));
    }

    private static List<Finding> measure(Stage stage, Rig rig, Load load, int pending) {
        stage.say("making " + pending + " deliveries pending");
        rig.takeDown(load.fan().endpoints());
        rig.fill(pending, Backlog.filling(load));
        rig.takeDown(0);
        stage.say("kill -9, and starting it again");
        PosthornSubject again = rig.restart();
        double seconds = (rig.firstArrivalNanos() - again.startedNanos()) / NANOS_PER_SECOND;
        stage.say("waiting for the rest");
        stage.keep(rig.run(1, Duration.ofSeconds(1), load, Backlog.patience(pending)));
        return List.of(
                stage.finding(
                        "process start to the first delivery",
                        Goal.within(2, Unit.SECONDS),
                        seconds),
                stage.finding(
                        "of that until ready",
                        Goal.told(Unit.SECONDS),
                        again.readyAfter().toMillis() / MILLIS_PER_SECOND));
    }
}
