package dev.posthorn.core.profile.own;

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
import dev.posthorn.core.signature.SignatureForm;

/** A profile of the operator's own, ready for use: retried and tested as {@code standard} is. */
public final class CompiledProfile implements Profile {
    private final OwnProfileVersion version;

    CompiledProfile(OwnProfileVersion version) {
        this.version = version;
    }

    public OwnProfileVersion version() {
        return version;
    }

    @Override
    public String name() {
        return version.name();
    }

    @Override
    public RetrySchedule schedule() {
        return BuiltInSchedules.STANDARD;
    }

    /** A key that is decoded must be of a form that can be. */
    @Override
    public SecretForm secretForm() {
        OwnSignature signature = version.definition().signature();
        return signature != null && signature.form().key() == SignatureForm.Key.DECODED
                ? SecretForm.STANDARD_WEBHOOKS
                : SecretForm.TEXT;
    }

    @Override
    public RequestRenderer renderer(Endpoint endpoint, SenderIdentity identity) {
        return new OwnRenderer(version.definition(), endpoint, identity);
    }

    @Override
    public TestPlan test(Endpoint endpoint, TestContext context) {
        return ForgeryTest.plan(this, endpoint, context);
    }
}
