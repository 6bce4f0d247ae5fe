package dev.posthorn.core.profile.cloudevents;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.RequestRenderer;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.TestContext;
import dev.posthorn.core.profile.TestPlan;
import dev.posthorn.core.retry.BuiltInSchedules;
import dev.posthorn.core.retry.RetrySchedule;

/** CloudEvents 1.0, structured or binary, sent only where the receiver consented. */
public final class CloudEventsProfile implements Profile {
    @Override
    public String name() {
        return "cloudevents";
    }

    @Override
    public RetrySchedule schedule() {
        return BuiltInSchedules.STANDARD;
    }

    @Override
    public RequestRenderer renderer(Endpoint endpoint, SenderIdentity identity) {
        return switch (endpoint.settings().options().mode()) {
            case STRUCTURED -> new StructuredRenderer(endpoint, identity);
            case BINARY -> new BinaryRenderer(endpoint, identity);
        };
    }

    @Override
    public TestPlan test(Endpoint endpoint, TestContext context) {
        return TestPlan.of(Handshake.call(endpoint, context.identity()));
    }
}
