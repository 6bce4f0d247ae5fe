package dev.posthorn.core.profile.procedure;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.TestCall;
import dev.posthorn.core.profile.TestContext;
import java.nio.charset.StandardCharsets;

/**
 * The event most profiles test with: {@code webhook_config.test}, whose data is the endpoint
 * itself; or, when a type is asked for, the example of that type.
 */
public final class ConfigTest {
    private static final EventType CONFIG_TEST = new EventType("webhook_config.test");
    private static final Payload EMPTY = new Payload("{}".getBytes(StandardCharsets.US_ASCII));

    private ConfigTest() {}

    /** The call that must be accepted. */
    public static TestCall genuine(Profile profile, Endpoint endpoint, TestContext context) {
        Specimen specimen = specimen(endpoint, context);
        String sent = "The signed " + specimen.type().slug() + " call";
        return new TestCalls(profile, endpoint, context.identity())
                .genuine(specimen, new Success(sent));
    }

    public static Specimen specimen(Endpoint endpoint, TestContext context) {
        String asked = context.eventType();
        return asked == null ? config(endpoint, context) : example(asked, context);
    }

    private static Specimen config(Endpoint endpoint, TestContext context) {
        PublicIds ids = context.identity().ids();
        return new Specimen(
                CONFIG_TEST,
                new EntityId.Text(ids.text(endpoint.id().seq())),
                new Payload(ConfigData.json(endpoint, ids)));
    }

    private static Specimen example(String slug, TestContext context) {
        Payload data = context.examples().example(slug).orElse(EMPTY);
        return new Specimen(new EventType(slug), ExampleEntity.of(data), data);
    }
}
