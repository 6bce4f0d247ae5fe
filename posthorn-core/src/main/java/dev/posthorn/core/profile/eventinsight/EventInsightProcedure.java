package dev.posthorn.core.profile.eventinsight;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.TestAccount;
import dev.posthorn.core.profile.TestAccount.KeyAccount;
import dev.posthorn.core.profile.TestAccount.UserAccount;
import dev.posthorn.core.profile.TestContext;
import dev.posthorn.core.profile.TestPlan;
import dev.posthorn.core.profile.procedure.Specimen;
import dev.posthorn.core.profile.procedure.Success;
import dev.posthorn.core.profile.procedure.TestCalls;
import dev.posthorn.core.wire.JsonObject;

/** Exactly one call, about the account of whoever pressed the button. */
final class EventInsightProcedure {
    private static final EventType USER_TEST = new EventType("user.test");

    private EventInsightProcedure() {}

    static TestPlan plan(Profile profile, Endpoint endpoint, TestContext context) {
        TestAccount account = context.account();
        Specimen specimen =
                new Specimen(
                        USER_TEST, new EntityId.Text(account.id()), new Payload(json(account)));
        return TestPlan.of(
                new TestCalls(profile, endpoint, context.identity())
                        .genuine(specimen, new Success("The test call")));
    }

    private static byte[] json(TestAccount account) {
        return switch (account) {
            case UserAccount(var id, var email, var name, var role, var organisation) ->
                    new JsonObject()
                            .string("id", id)
                            .string("email", email)
                            .string("name", name)
                            .string("role", role)
                            .string("organisation", organisation)
                            .bytes();
            case KeyAccount(var id, var name, var organisation) ->
                    new JsonObject()
                            .string("id", id)
                            .string("name", name)
                            .string("organisation", organisation)
                            .bytes();
        };
    }
}
