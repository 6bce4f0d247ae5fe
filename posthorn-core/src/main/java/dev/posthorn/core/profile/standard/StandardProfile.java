package dev.posthorn.core.profile.standard;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.RequestRenderer;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.TestContext;
import dev.posthorn.core.profile.TestPlan;
import dev.posthorn.core.profile.procedure.ForgeryTest;
import dev.posthorn.core.retry.BuiltInSchedules;
import dev.posthorn.core.retry.RetrySchedule;
import dev.posthorn.core.signature.SecretForm;

/** Standard Webhooks 1.0.0: an envelope of type, timestamp and data, signed v1 or v1a. */
public final class StandardProfile implements Profile {
    @Override
    public String name() {
        return "standard";
    }

    @Override
    public RetrySchedule schedule() {
        return BuiltInSchedules.STANDARD;
    }

    @Override
    public SecretForm secretForm() {
        return SecretForm.STANDARD_WEBHOOKS;
    }

    @Override
    public RequestRenderer renderer(Endpoint endpoint, SenderIdentity identity) {
        return new StandardRenderer(endpoint, identity);
    }

    @Override
    public TestPlan test(Endpoint endpoint, TestContext context) {
        return ForgeryTest.plan(this, endpoint, context);
    }
}
