package dev.posthorn.bench.scenario;

import dev.posthorn.bench.plan.Load;
import dev.posthorn.bench.plan.Plan;
import java.time.Duration;
import java.util.List;

/** One endpoint is down while a million deliveries wait for it, then returns. */
final class Backlog implements Scenario {
    /** Deliveries that wait for the endpoint. */
    static final int PENDING = 1_000_000;

    /** Small requests would take most of the time in which a backlog is made. */
    private static final int FILL_BATCH = 100;

    private static final int FILL_CONNECTIONS = 16;

    private static final String HEAP = "512m";

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public String about() {
        return "one endpoint down with 1,000,000 pending, heap 512 MiB; then it returns";
    }

    @Override
    public List<Finding> measure(Stage stage) {
        Plan plan = stage.plan();
        Plan small = plan.with(plan.program().withHeap(HEAP));
        int pending = stage.sized(PENDING, 1000);
        return stage.with(
                stage.posthorn(small), rig -> new BacklogRun(stage, rig, small, pending).play());
    }

    /** The load with which a backlog is made. */
    static Load filling(Load load) {
        return load.withBatch(FILL_BATCH).withConnections(FILL_CONNECTIONS);
    }

    /** For so many deliveries at the pace of a slow machine, and a minute. */
    static Duration patience(int pending) {
        return Duration.ofSeconds(60 + pending / 1000);
    }
}
