package dev.posthorn.core.profile.ricloud;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.RequestRenderer;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.TestContext;
import dev.posthorn.core.profile.TestPlan;
import dev.posthorn.core.profile.procedure.ConfigTest;
import dev.posthorn.core.retry.BuiltInSchedules;
import dev.posthorn.core.retry.RetrySchedule;

/** Reincubate's ricloud: the event resource, posted to the URL with the event's id behind it. */
public final class RicloudProfile implements Profile {
    @Override
    public String name() {
        return "ricloud";
    }

    @Override
    public RetrySchedule schedule() {
        return BuiltInSchedules.RICLOUD;
    }

    @Override
    public RequestRenderer renderer(Endpoint endpoint, SenderIdentity identity) {
        return new RicloudRenderer(endpoint, identity);
    }

    @Override
    public TestPlan test(Endpoint endpoint, TestContext context) {
        return TestPlan.of(ConfigTest.genuine(this, endpoint, context));
    }
}
