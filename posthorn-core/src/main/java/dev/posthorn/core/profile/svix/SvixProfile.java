package dev.posthorn.core.profile.svix;

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

/** Svix: the data as published, signed as Standard Webhooks has it, under the names of Svix too. */
public final class SvixProfile implements Profile {
    @Override
    public String name() {
        return "svix";
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
        return new SvixRenderer(endpoint, identity);
    }

    @Override
    public TestPlan test(Endpoint endpoint, TestContext context) {
        return ForgeryTest.plan(this, endpoint, context);
    }
}
