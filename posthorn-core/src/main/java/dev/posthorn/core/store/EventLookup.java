package dev.posthorn.core.store;

import dev.posthorn.core.event.Event;

/** What came of asking for an event. */
public sealed interface EventLookup {
    record Found(Event event) implements EventLookup {}

    /** The event or its payload was erased: no asking again will bring it back. */
    record Gone() implements EventLookup {}

    /** The store could not be read: nothing is known, ask again later. */
    record Unreadable() implements EventLookup {}
}
