package dev.posthorn.server.api.replay;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.server.api.json.Documents;
import java.time.InstantSource;

/** What the routes of replays need. */
public record ReplayPorts(
        Directory directory,
        PublicIds ids,
        Documents documents,
        DeliveryLog log,
        Sequence sequence,
        ReplayDesk desk,
        InstantSource clock) {}
