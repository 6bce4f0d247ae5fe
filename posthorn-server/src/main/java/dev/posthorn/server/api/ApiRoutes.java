package dev.posthorn.server.api;

import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.api.audit.AuditRoutes;
import dev.posthorn.server.api.docs.DocsRoutes;
import dev.posthorn.server.api.endpoint.EndpointPorts;
import dev.posthorn.server.api.endpoint.EndpointRoutes;
import dev.posthorn.server.api.eventtype.EventTypeRoutes;
import dev.posthorn.server.api.key.KeyPorts;
import dev.posthorn.server.api.key.KeyRoutes;
import dev.posthorn.server.api.listener.ListenerPorts;
import dev.posthorn.server.api.listener.ListenerRoutes;
import dev.posthorn.server.api.log.AttemptRoutes;
import dev.posthorn.server.api.log.DeliveryCommandRoutes;
import dev.posthorn.server.api.log.DeliveryRoutes;
import dev.posthorn.server.api.log.EventRoutes;
import dev.posthorn.server.api.log.ExpungeRoutes;
import dev.posthorn.server.api.log.LogPorts;
import dev.posthorn.server.api.log.RoutingRoutes;
import dev.posthorn.server.api.log.TaskRoutes;
import dev.posthorn.server.api.node.ClusterRoutes;
import dev.posthorn.server.api.node.HealthRoutes;
import dev.posthorn.server.api.organisation.OrganisationPorts;
import dev.posthorn.server.api.organisation.OrganisationRoutes;
import dev.posthorn.server.api.portal.PortalRoutes;
import dev.posthorn.server.api.profile.ProfileRoutes;
import dev.posthorn.server.api.queue.QueuePorts;
import dev.posthorn.server.api.queue.QueueRoutes;
import dev.posthorn.server.api.replay.ReplayPorts;
import dev.posthorn.server.api.replay.ReplayRoutes;
import dev.posthorn.server.api.statistics.StatisticsPorts;
import dev.posthorn.server.api.statistics.StatisticsRoutes;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.Method;
import dev.posthorn.server.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** Every route of the API. */
public final class ApiRoutes {
    private ApiRoutes() {}

    public static List<Route> of(ApiPorts ports) {
        LogPorts log =
                new LogPorts(
                        ports.directory(),
                        ports.ids(),
                        ports.documents(),
                        ports.log(),
                        ports.profiles(),
                        ports.identity());
        return Stream.of(
                        List.of(publish(ports)),
                        endpoints(ports),
                        listeners(ports),
                        new EventRoutes(log).routes(),
                        new RoutingRoutes(log).routes(),
                        new DeliveryRoutes(log).routes(),
                        new DeliveryCommandRoutes(log, ports.desk()).routes(),
                        replays(ports),
                        new AttemptRoutes(log).routes(),
                        new TaskRoutes(log).routes(),
                        statistics(ports),
                        queue(ports),
                        keys(ports),
                        organisations(ports),
                        new PortalRoutes(
                                        ports.portals(),
                                        ports.directory(),
                                        ports.ids(),
                                        ports.documents(),
                                        ports.clock())
                                .routes(),
                        new AuditRoutes(
                                        ports.directory(),
                                        ports.ids(),
                                        ports.documents(),
                                        ports.log())
                                .routes(),
                        eventTypes(ports),
                        profiles(ports),
                        new ExpungeRoutes(log, ports.desk(), ports.erasure()).routes(),
                        new ClusterRoutes(
                                        ports.nodes(),
                                        ports.engine(),
                                        ports.documents(),
                                        ports.clock())
                                .routes(),
                        new HealthRoutes(ports.readiness()).routes(),
                        new DocsRoutes().routes())
                .flatMap(List::stream)
                .toList();
    }

    private static Route publish(ApiPorts ports) {
        return new Route(
                Method.POST,
                "/events",
                Access.holding(Scope.PUBLISH),
                ports.maxRequestBytes(),
                new Route.Work.OnLoop(ports.publishing()));
    }

    private static List<Route> endpoints(ApiPorts ports) {
        return new EndpointRoutes(
                        new EndpointPorts(
                                ports.directory(),
                                ports.ids(),
                                ports.documents(),
                                ports.urls(),
                                ports.missed(),
                                ports.clock()),
                        ports.endpoints())
                .routes();
    }

    private static List<Route> listeners(ApiPorts ports) {
        return new ListenerRoutes(
                        new ListenerPorts(
                                ports.directory(),
                                ports.ids(),
                                ports.documents(),
                                ports.listeners(),
                                ports.lines(),
                                ports.clock()))
                .routes();
    }

    private static List<Route> statistics(ApiPorts ports) {
        return new StatisticsRoutes(
                        new StatisticsPorts(
                                ports.directory(),
                                ports.ids(),
                                ports.documents(),
                                ports.statistics(),
                                ports.missed(),
                                ports.clock()))
                .routes();
    }

    private static List<Route> replays(ApiPorts ports) {
        return new ReplayRoutes(
                        new ReplayPorts(
                                ports.directory(),
                                ports.ids(),
                                ports.documents(),
                                ports.log(),
                                ports.sequence(),
                                ports.replays(),
                                ports.clock()))
                .routes();
    }

    private static List<Route> queue(ApiPorts ports) {
        return new QueueRoutes(
                        new QueuePorts(
                                ports.directory(),
                                ports.ids(),
                                ports.documents(),
                                ports.log(),
                                ports.engine(),
                                ports.clock()))
                .routes();
    }

    private static List<Route> keys(ApiPorts ports) {
        return new KeyRoutes(
                        new KeyPorts(
                                ports.directory(),
                                ports.ids(),
                                ports.documents(),
                                ports.uses(),
                                ports.chance(),
                                ports.clock()),
                        ports.keys())
                .routes();
    }

    private static List<Route> eventTypes(ApiPorts ports) {
        return new EventTypeRoutes(
                        ports.directory().eventTypes(),
                        ports.eventTypes(),
                        ports.documents(),
                        ports.clock())
                .routes();
    }

    private static List<Route> profiles(ApiPorts ports) {
        return new ProfileRoutes(
                        ports.profiles(), ports.ownProfiles(), ports.documents(), ports.clock())
                .routes();
    }

    private static List<Route> organisations(ApiPorts ports) {
        return new OrganisationRoutes(
                        new OrganisationPorts(
                                ports.directory(),
                                ports.ids(),
                                ports.documents(),
                                ports.defaultProfile(),
                                ports.clock()),
                        ports.organisations())
                .routes();
    }
}
