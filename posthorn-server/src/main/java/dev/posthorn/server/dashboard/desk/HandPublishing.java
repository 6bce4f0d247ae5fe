package dev.posthorn.server.dashboard.desk;

import dev.posthorn.core.event.EventId;
import dev.posthorn.core.organisation.Organisation;

/** Publishes single events that somebody wrote by hand. */
public interface HandPublishing {
    /**
     * Blocks until it is durable.
     *
     * @param event as the API takes it, UTF-8
     * @throws dev.posthorn.server.http.RefusedException with what is wrong with it, by field
     */
    EventId publish(Organisation organisation, byte[] event);
}
