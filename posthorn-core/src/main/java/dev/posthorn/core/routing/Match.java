package dev.posthorn.core.routing;

/** Whether an event is meant for an endpoint, and why not. */
public enum Match {
    MATCHES,

    /** Its event types do not name this one. */
    NOT_SUBSCRIBED,

    /** It wants other channels than the event's. */
    CHANNELS,

    /** Without event types it gets what its keys publish, or is the default; it is neither. */
    NOT_DEFAULT
}
