package dev.posthorn.core.administration;

import dev.posthorn.core.endpoint.Endpoint;

/** What came of the wish for a listener. */
public sealed interface ListenerResult {
    /** Its endpoint is valid from now on. */
    record Open(Endpoint endpoint) implements ListenerResult {}

    record Refused(EndpointRejection why) implements ListenerResult {}

    /** So many of the organisation's are open already. */
    record TooMany(int most) implements ListenerResult {}
}
