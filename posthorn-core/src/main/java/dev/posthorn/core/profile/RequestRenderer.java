package dev.posthorn.core.profile;

import dev.posthorn.core.event.Event;

/**
 * Makes and signs the requests of one revision of one endpoint. Same event, same attempt: same
 * bytes, now and when the log shows it years later. Used by many threads.
 */
public interface RequestRenderer {
    OutgoingRequest render(Event event, AttemptContext attempt);
}
