package dev.posthorn.core.profile.procedure;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.TestCall;
import dev.posthorn.core.profile.TestContext;
import dev.posthorn.core.profile.TestPlan;
import dev.posthorn.core.profile.TestPlan.Forgery;
import dev.posthorn.core.profile.TestPlan.Step;
import java.util.List;

/** A call that must be accepted, then one with a wrong signature that should be refused. */
public final class ForgeryTest {
    private ForgeryTest() {}

    public static TestPlan plan(Profile profile, Endpoint endpoint, TestContext context) {
        TestCall genuine = ConfigTest.genuine(profile, endpoint, context);
        if (!endpoint.settings().options().forgedTest()) {
            return TestPlan.of(genuine);
        }
        Specimen specimen = ConfigTest.specimen(endpoint, context);
        String sent = "The " + specimen.type().slug() + " call with a wrong signature";
        TestCall forged =
                new TestCalls(profile, endpoint, context.identity())
                        .forged(specimen, new Refusal(sent));
        return new TestPlan(List.of(new Step(genuine, forged)), Forgery.LEAVES_UNVERIFIED);
    }
}
