package dev.posthorn.bench.scenario;

import dev.posthorn.bench.plan.Plan;
import dev.posthorn.bench.plan.Program;
import dev.posthorn.bench.plan.SubjectKind;
import dev.posthorn.bench.report.Report;
import dev.posthorn.bench.rig.Contender;
import java.util.List;

/** Some endpoints never answer: what the others notice of it. */
final class Hanging implements Scenario {
    /** One in so many endpoints hangs. */
    private static final int ONE_IN = 10;

    /** So many timeouts pass in an ordinary run. */
    private static final String TIMEOUT = "delivery-timeout=5s";

    private static final String WITH = "posthorn 1 in 10 hangs";

    @Override
    public String name() {
        return "hanging";
    }

    @Override
    public String about() {
        return "10 of 100 endpoints hang for the whole timeout: p99 of the others";
    }

    @Override
    public List<Finding> measure(Stage stage) {
        Plan plan = stage.plan();
        Program program = plan.program().withSettings(TIMEOUT);
        int rate = stage.sized(FixedRate.EVENTS_PER_SECOND, 500);
        Plan without = plan.with(plan.load().withRate(rate)).with(program);
        int hanging = without.load().fan().endpoints() / ONE_IN;
        Plan with = without.with(without.receiving().withHanging(hanging));
        Report report =
                stage.measure(
                        stage.posthorn(without), new Contender(WITH, SubjectKind.POSTHORN, with));
        double before = report.summary(Contender.POSTHORN).orElseThrow().p99Micros();
        double after = report.summary(WITH).orElseThrow().p99Micros();
        return List.of(
                stage.finding(
                        "p99 of the others, as a multiple of a run without",
                        Goal.atMost(1.5, Unit.TIMES),
                        after / before),
                stage.finding(
                        "p99 of the others",
                        Goal.told(Unit.MILLIS),
                        after / FixedRate.MICROS_PER_MS));
    }
}
