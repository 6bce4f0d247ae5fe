package dev.posthorn.core.profile;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.retry.RetrySchedule;

/** A named wire contract: data and small functions, without state. Used by many threads. */
public interface Profile {
    /** As in {@code profile} of an endpoint, such as {@code standard}. */
    String name();

    /** The schedule of endpoints that have none of their own. */
    RetrySchedule schedule();

    /** Prepares everything about an endpoint's requests that does not depend on the event. */
    RequestRenderer renderer(Endpoint endpoint, SenderIdentity identity);
}
