package dev.posthorn.core.profile;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.retry.RetrySchedule;
import dev.posthorn.core.signature.SecretForm;
import java.util.List;

/** A named wire contract: data and small functions, without state. Used by many threads. */
public interface Profile {
    /** As in {@code profile} of an endpoint, such as {@code standard}. */
    String name();

    /** The schedule of endpoints that have none of their own. */
    RetrySchedule schedule();

    /** Which secrets of their own endpoints may bring. */
    default SecretForm secretForm() {
        return SecretForm.TEXT;
    }

    /** Prepares everything about an endpoint's requests that does not depend on the event. */
    RequestRenderer renderer(Endpoint endpoint, SenderIdentity identity);

    /**
     * The event types that each have a test result of their own, all an endpoint subscribes to;
     * empty where one test speaks for all.
     */
    default List<String> testedTypes(Endpoint endpoint) {
        return List.of();
    }

    /** The calls that show whether the endpoint works, each to be made once. */
    TestPlan test(Endpoint endpoint, TestContext context);
}
