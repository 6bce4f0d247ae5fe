package dev.posthorn.core.profile.fastcomments;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.TestContext;
import dev.posthorn.core.profile.TestPlan;
import dev.posthorn.core.profile.TestPlan.Forgery;
import dev.posthorn.core.profile.TestPlan.Step;
import dev.posthorn.core.profile.procedure.ExampleEntity;
import dev.posthorn.core.profile.procedure.Specimen;
import dev.posthorn.core.profile.procedure.Success;
import dev.posthorn.core.profile.procedure.TestCalls;
import dev.posthorn.core.profile.procedure.Unauthorised;
import java.util.List;

/** For each subscribed type a call with the right token, then one with a wrong one. */
final class FastCommentsProcedure {
    private FastCommentsProcedure() {}

    static TestPlan plan(Profile profile, Endpoint endpoint, TestContext context) {
        String asked = context.eventType();
        List<String> tested = asked == null ? profile.testedTypes(endpoint) : List.of(asked);
        TestCalls calls = new TestCalls(profile, endpoint, context.identity());
        boolean forged = endpoint.settings().options().forgedTest();
        return new TestPlan(
                tested.stream().map(slug -> step(slug, calls, forged, context)).toList(),
                Forgery.INVALIDATES);
    }

    private static Step step(String slug, TestCalls calls, boolean forged, TestContext context) {
        EventType type = new EventType(slug);
        Payload data = DummyComment.of(type, context.examples());
        Specimen specimen = new Specimen(type, ExampleEntity.of(data), data);
        String call = "The " + slug + " call with ";
        return new Step(
                calls.genuine(specimen, new Success(call + "the right token")),
                forged ? calls.forged(specimen, new Unauthorised(call + "a wrong token")) : null);
    }
}
