package dev.posthorn.server.dashboard.desk;

import dev.posthorn.core.administration.EndpointAdministration;
import dev.posthorn.core.administration.KeyAdministration;
import dev.posthorn.core.administration.OrganisationAdministration;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.profile.Profiles;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.server.api.queue.QueueSource;
import dev.posthorn.server.egress.UrlPolicy;
import java.time.InstantSource;

/** What stands behind every desk. */
public record DeskPorts(
        Directory directory,
        DeliveryLog log,
        Profiles profiles,
        SenderIdentity identity,
        EndpointAdministration endpoints,
        KeyAdministration keys,
        OrganisationAdministration organisations,
        QueueSource engine,
        UrlPolicy urls,
        InstantSource clock) {
    public PublicIds ids() {
        return identity.ids();
    }
}
