package dev.posthorn.server.dashboard.events;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.routing.RoutingVerdict;
import dev.posthorn.server.api.log.EventRouting;
import dev.posthorn.server.api.resource.RoutingView;
import dev.posthorn.server.dashboard.desk.DeskPorts;
import dev.posthorn.server.dashboard.shown.EndpointNames;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.Comparator;
import java.util.List;

/**
 * What became of an event at one endpoint.
 *
 * @param webhook public id
 * @param verdict as the API spells it
 */
public record RoutingRow(String webhook, String name, String verdict, List<String> wants) {
    /** Longer lists of triggers are cut. */
    private static final int MOST_WANTS = 5;

    /** Those it was sent to first, then by name. */
    static List<RoutingView.Line> lines(EventSummary event, Visit visit) {
        DeskPorts ports = visit.desk().ports();
        return new EventRouting(ports.directory(), ports.log())
                .of(event).lines().stream()
                        .sorted(Comparator.comparing(RoutingView.Line::verdict))
                        .toList();
    }

    static RoutingRow of(RoutingView.Line line, Visit visit) {
        Endpoint endpoint = visit.desk().endpoint(line.endpoint());
        List<String> types = endpoint.settings().eventTypes();
        return new RoutingRow(
                visit.desk().ids().text(line.endpoint().seq()),
                EndpointNames.of(endpoint),
                line.verdict().code(),
                types == null ? List.of() : types.stream().limit(MOST_WANTS).toList());
    }

    public boolean sent() {
        return verdict.equals(RoutingVerdict.SENT.code());
    }
}
