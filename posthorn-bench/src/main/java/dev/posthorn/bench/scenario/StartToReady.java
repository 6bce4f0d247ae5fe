package dev.posthorn.bench.scenario;

import dev.posthorn.bench.report.Median;
import java.util.List;
import java.util.stream.DoubleStream;

/** From the start of the process to its readiness, over an empty folder and over one in use. */
final class StartToReady implements Scenario {
    /** Enough for a median that one stumble does not move. */
    private static final int STARTS = 5;

    private static final double MILLIS_PER_SECOND = 1000;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String about() {
        return "start to ready, without an AOT cache";
    }

    @Override
    public List<Finding> measure(Stage stage) {
        int starts = stage.sized(STARTS, 1);
        double seconds =
                stage.with(
                        stage.posthorn(stage.plan()),
                        rig ->
                                Median.of(
                                        DoubleStream.generate(() ->
                                                        rig.restart().readyAfter().toMillis()
                                                                / MILLIS_PER_SECOND)
                                                .limit(starts)));
        return List.of(
                stage.finding("process start to ready", Goal.within(2, Unit.SECONDS), seconds));
    }
}
