package dev.posthorn.server.api;

import dev.posthorn.core.administration.Chance;
import dev.posthorn.core.administration.EndpointAdministration;
import dev.posthorn.core.administration.Erasure;
import dev.posthorn.core.administration.EventTypeAdministration;
import dev.posthorn.core.administration.KeyAdministration;
import dev.posthorn.core.administration.ListenerAdministration;
import dev.posthorn.core.administration.OrganisationAdministration;
import dev.posthorn.core.administration.OwnProfileAdministration;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.health.Missed;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.profile.Profiles;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.statistics.StatisticsReader;
import dev.posthorn.server.api.caller.KeyUses;
import dev.posthorn.server.api.json.Documents;
import dev.posthorn.server.api.log.DeliveryDesk;
import dev.posthorn.server.api.node.NodeView;
import dev.posthorn.server.api.node.Readiness;
import dev.posthorn.server.api.portal.PortalLinks;
import dev.posthorn.server.api.queue.QueueSource;
import dev.posthorn.server.api.replay.ReplayDesk;
import dev.posthorn.server.egress.UrlPolicy;
import dev.posthorn.server.ingest.PublishHandler;
import dev.posthorn.server.listener.ListenerLines;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the API stands on.
 *
 * @param identity who requests say they come from; its ids are the API's
 * @param defaultProfile of organisations that choose none
 * @param chance makes the tokens of keys
 * @param missed what an endpoint missed and was not sent since
 * @param maxRequestBytes of a publishing call
 */
public record ApiPorts(
        Directory directory,
        DeliveryLog log,
        Profiles profiles,
        SenderIdentity identity,
        EndpointAdministration endpoints,
        ListenerAdministration listeners,
        ListenerLines lines,
        KeyAdministration keys,
        KeyUses uses,
        OrganisationAdministration organisations,
        EventTypeAdministration eventTypes,
        OwnProfileAdministration ownProfiles,
        PublishHandler publishing,
        int maxRequestBytes,
        QueueSource engine,
        DeliveryDesk desk,
        ReplayDesk replays,
        Sequence sequence,
        StatisticsReader statistics,
        Function<EndpointId, Missed> missed,
        Readiness readiness,
        Supplier<List<NodeView>> nodes,
        Erasure erasure,
        PortalLinks portals,
        UrlPolicy urls,
        String defaultProfile,
        Chance chance,
        InstantSource clock) {

    PublicIds ids() {
        return identity.ids();
    }

    Documents documents() {
        return new Documents(ids());
    }
}
