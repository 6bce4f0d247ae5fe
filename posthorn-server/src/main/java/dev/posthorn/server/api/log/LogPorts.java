package dev.posthorn.server.api.log;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.profile.Profiles;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.server.api.json.Documents;

/**
 * What the routes that read the log need.
 *
 * @param identity who requests said they came from, to show them again
 */
public record LogPorts(
        Directory directory,
        PublicIds ids,
        Documents documents,
        DeliveryLog log,
        Profiles profiles,
        SenderIdentity identity) {}
