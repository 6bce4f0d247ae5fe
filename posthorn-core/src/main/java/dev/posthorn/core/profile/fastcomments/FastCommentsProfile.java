package dev.posthorn.core.profile.fastcomments;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.RequestRenderer;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.TestContext;
import dev.posthorn.core.profile.TestPlan;
import dev.posthorn.core.retry.BuiltInSchedules;
import dev.posthorn.core.retry.RetrySchedule;
import java.util.List;

/** FastComments: the data as published, with the method that fits and the secret as a token. */
public final class FastCommentsProfile implements Profile {
    @Override
    public String name() {
        return "fastcomments";
    }

    @Override
    public RetrySchedule schedule() {
        return BuiltInSchedules.FASTCOMMENTS;
    }

    @Override
    public RequestRenderer renderer(Endpoint endpoint, SenderIdentity identity) {
        return new FastCommentsRenderer(endpoint, identity);
    }

    @Override
    public List<String> testedTypes(Endpoint endpoint) {
        return SubscribedTypes.of(endpoint.settings().eventTypes());
    }

    @Override
    public TestPlan test(Endpoint endpoint, TestContext context) {
        return FastCommentsProcedure.plan(this, endpoint, context);
    }
}
