package dev.posthorn.core.lane;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.SampleEndpoint;
import dev.posthorn.core.retry.BuiltInSchedules;
import java.time.Duration;

/** Lanes for tests of what lanes stand in. */
final class SampleLane {
    private SampleLane() {}

    static Lane lane(long endpoint) {
        return lane(endpoint, 1);
    }

    static Lane lane(long endpoint, long organisation) {
        return new Lane(
                rules(SampleEndpoint.endpoint(endpoint).of(organisation).build()),
                new ReadyBudget(1_000, 1_000_000),
                0,
                Rows.NOW);
    }

    static LaneRules rules(Endpoint endpoint) {
        return new LaneRules(
                endpoint,
                new EchoProfile().renderer(endpoint, EchoProfile.IDENTITY),
                BuiltInSchedules.RICLOUD,
                Duration.ofSeconds(15),
                16,
                false);
    }
}
