package dev.posthorn.core.profile;

import dev.posthorn.core.event.Payload;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a test is made with besides the endpoint.
 *
 * @param account of whoever started it
 * @param eventType the type asked for; null for the profile's own test
 */
public record TestContext(
        SenderIdentity identity,
        TestAccount account,
        @Nullable String eventType,
        Examples examples) {

    /** Example data of event types. */
    @FunctionalInterface
    public interface Examples {
        Optional<Payload> example(String slug);
    }
}
