package dev.posthorn.core.profile.eventinsight;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.RequestRenderer;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.TestContext;
import dev.posthorn.core.profile.TestPlan;
import dev.posthorn.core.retry.BuiltInSchedules;
import dev.posthorn.core.retry.RetrySchedule;

/** EventInsight: which user or company, what became of it, and how it stands. */
public final class EventInsightProfile implements Profile {
    @Override
    public String name() {
        return "eventinsight";
    }

    @Override
    public RetrySchedule schedule() {
        return BuiltInSchedules.STANDARD;
    }

    @Override
    public RequestRenderer renderer(Endpoint endpoint, SenderIdentity identity) {
        return new EventInsightRenderer(endpoint, identity);
    }

    @Override
    public TestPlan test(Endpoint endpoint, TestContext context) {
        return EventInsightProcedure.plan(this, endpoint, context);
    }
}
