package dev.posthorn.core.lane;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.RequestRenderer;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.TestContext;
import dev.posthorn.core.profile.TestPlan;
import dev.posthorn.core.retry.RetrySchedule;
import java.time.Duration;
import java.util.List;

/** A wire contract for the simulation: the request says which attempt of what it is. */
final class EchoProfile implements Profile {
    static final SenderIdentity IDENTITY =
            new SenderIdentity("simulation", "example.com", new PublicIds(new byte[16]));

    /** {@code eventSeq} is one below the delivery's own number here. */
    record Sent(EndpointId endpoint, long eventSeq, int number) {}

    static Sent sent(OutgoingRequest request) {
        String[] parts = request.url().split("/", 3);
        return new Sent(
                new EndpointId(Long.parseLong(parts[0])),
                Long.parseLong(parts[1]),
                Integer.parseInt(parts[2]));
    }

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public RetrySchedule schedule() {
        return new RetrySchedule.Waits(List.of(Duration.ofSeconds(5)), 0);
    }

    @Override
    public RequestRenderer renderer(Endpoint endpoint, SenderIdentity identity) {
        return (event, attempt) ->
                new OutgoingRequest(
                        "POST",
                        endpoint.id().seq() + "/" + event.id().seq() + "/" + attempt.number(),
                        new String[0],
                        event.data().bytes());
    }

    @Override
    public TestPlan test(Endpoint endpoint, TestContext context) {
        return new TestPlan(List.of(), TestPlan.Forgery.LEAVES_UNVERIFIED);
    }
}
