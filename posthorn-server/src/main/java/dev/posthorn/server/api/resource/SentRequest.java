package dev.posthorn.server.api.resource;

import dev.posthorn.core.profile.OutgoingRequest;
import org.jspecify.annotations.Nullable;

/** What an attempt sent, as far as it can still be told. */
public sealed interface SentRequest {
    /** Exactly these bytes left. */
    record Known(OutgoingRequest request) implements SentRequest {}

    /**
     * Headers and body can no longer be told; {@code note} says why. Method and URL are null when
     * even the endpoint's settings of that time are gone.
     */
    record Lost(@Nullable String method, @Nullable String url, String note)
            implements SentRequest {}
}
