package dev.posthorn.server.api.queue;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.server.api.json.Documents;
import java.time.InstantSource;

/** What the route of the queue needs. */
public record QueuePorts(
        Directory directory,
        PublicIds ids,
        Documents documents,
        DeliveryLog log,
        QueueSource engine,
        InstantSource clock) {}
