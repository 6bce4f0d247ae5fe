package dev.posthorn.bench.scenario;

import dev.posthorn.bench.plan.Plan;
import dev.posthorn.bench.plan.Receiving;
import dev.posthorn.bench.report.Report;
import dev.posthorn.bench.rig.Contender;
import java.time.Duration;
import java.util.List;

/**
 * Receivers as they really are: a quarter of a second away, over TLS.
 *
 * @param leastPerSecond deliveries
 */
record SlowTls(String name, String about, int endpoints, double leastPerSecond)
        implements Scenario {
    private static final Duration THINKING = Duration.ofMillis(250);

    /** A quarter of a second at 15,000 per second is 3,750 at once; the rest is room. */
    private static final int MAX_IN_FLIGHT = 5000;

    /** Of which half may wait. */
    private static final long MAX_UNDERWAY = 2L * MAX_IN_FLIGHT;

    /** Thousands of connections are made again, and their handshakes take their time. */
    private static final Duration LEAD_IN = Duration.ofSeconds(10);

    static SlowTls many() {
        return new SlowTls(
                "slow-tls", "200 endpoints that answer after 250 ms over TLS", 200, 15_000);
    }

    static SlowTls alone() {
        return new SlowTls(
                "slow-tls-alone", "one endpoint that answers after 250 ms over TLS", 1, 2000);
    }

    @Override
    public List<Finding> measure(Stage stage) {
        Plan plan = stage.plan();
        plan =
                plan.with(plan.load().withFan(endpoints, 1).withMaxUnderway(MAX_UNDERWAY))
                        .with(new Receiving(true, THINKING, 0))
                        .with(plan.timing().withLeadIn(LEAD_IN))
                        .with(plan.program().withMaxInFlight(MAX_IN_FLIGHT));
        Report report = stage.measure(stage.posthorn(plan), stage.bare(plan));
        return List.of(
                stage.finding(
                        "deliveries",
                        Goal.perSecond(leastPerSecond),
                        report.summary(Contender.POSTHORN).orElseThrow().deliveredPerSecond(),
                        report.summary(Contender.BARE).orElseThrow().deliveredPerSecond()));
    }
}
