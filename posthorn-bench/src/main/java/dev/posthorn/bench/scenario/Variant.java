package dev.posthorn.bench.scenario;

import dev.posthorn.bench.plan.Plan;
import dev.posthorn.bench.plan.SubjectKind;
import dev.posthorn.bench.report.Report;
import dev.posthorn.bench.rig.Contender;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The sustained load with one thing made harder, in turns with the plain one.
 *
 * @param leastShare of the plain one's deliveries per second
 * @param harder the plan with that thing changed
 */
record Variant(String name, String about, double leastShare, BiFunction<Stage, Plan, Plan> harder)
        implements Scenario {
    private static final int MANY_ENDPOINTS = 10_000;

    /** With their eight deliveries each: ten million rows. */
    private static final int STORED_EVENTS = 1_111_000;

    /** What is stored spans a month. */
    private static final String[] RETENTION = {"retention=15d", "attempt-retention=15d"};

    static Variant manyEndpoints() {
        return new Variant(
                "many-endpoints",
                "the same with 10,000 endpoints, as a share of 100",
                0.8,
                (stage, plan) ->
                        plan.with(plan.load().withFan(stage.sized(MANY_ENDPOINTS, 200), 1)));
    }

    static Variant storedRows() {
        return new Variant(
                "stored-rows",
                "the same with 10 M rows stored, half of them due to go, as a share of none",
                0.8,
                (stage, plan) ->
                        plan.with(
                                plan.program()
                                        .withStoredEvents(stage.sized(STORED_EVENTS, 1000))
                                        .withSettings(RETENTION)));
    }

    static Variant idempotencyKeys() {
        return new Variant(
                "idempotency-keys",
                "the same with a key for every event, as a share of none",
                0.7,
                (_, plan) -> plan.with(plan.load().withKeys()));
    }

    @Override
    public List<Finding> measure(Stage stage) {
        Plan plain = stage.plan();
        Contender hard =
                new Contender(
                        "posthorn " + name.replace('-', ' '),
                        SubjectKind.POSTHORN,
                        harder.apply(stage, plain));
        Report report = stage.measure(stage.posthorn(plain), hard);
        double before = report.summary(Contender.POSTHORN).orElseThrow().deliveredPerSecond();
        double after = report.summary(hard.name()).orElseThrow().deliveredPerSecond();
        return List.of(
                stage.finding(
                        "share of plain deliveries",
                        Goal.atLeast(leastShare, Unit.TIMES),
                        after / before),
                stage.finding("deliveries", Goal.told(Unit.PER_SECOND), after));
    }
}
