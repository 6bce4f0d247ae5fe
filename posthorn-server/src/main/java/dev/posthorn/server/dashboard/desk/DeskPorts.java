package dev.posthorn.server.dashboard.desk;

import dev.posthorn.core.administration.EndpointAdministration;
import dev.posthorn.core.administration.KeyAdministration;
import dev.posthorn.core.administration.OrganisationAdministration;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.health.Missed;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.profile.Profiles;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.statistics.StatisticsReader;
import dev.posthorn.server.api.queue.QueueSource;
import dev.posthorn.server.egress.UrlPolicy;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * What stands behind every desk.
 *
 * @param missed what an endpoint missed and was not sent since
 */
public record DeskPorts(
        Directory directory,
        DeliveryLog log,
        Profiles profiles,
        SenderIdentity identity,
        EndpointAdministration endpoints,
        KeyAdministration keys,
        OrganisationAdministration organisations,
        QueueSource engine,
        Sending sending,
        StatisticsReader statistics,
        Function<EndpointId, Missed> missed,
        UrlPolicy urls,
        InstantSource clock) {
    public PublicIds ids() {
        return identity.ids();
    }
}
