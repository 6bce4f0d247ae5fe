package dev.posthorn.server.api.statistics;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.core.statistics.Statistics;
import dev.posthorn.core.statistics.StatisticsRange;
import dev.posthorn.core.statistics.StatisticsSubject;
import dev.posthorn.server.api.caller.Reach;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.api.resource.StatisticsFields;
import dev.posthorn.server.api.resource.StatisticsView;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code /configs/webhook/{id}/stats}. */
public final class StatisticsRoutes {
    private static final Map<String, StatisticsRange> RANGES =
            Arrays.stream(StatisticsRange.values())
                    .collect(Collectors.toMap(StatisticsRange::word, Function.identity()));
    private static final StatisticsFields FIELDS = new StatisticsFields();

    private final StatisticsPorts ports;
    private final Reach reach;

    public StatisticsRoutes(StatisticsPorts ports) {
        this.ports = ports;
        this.reach = new Reach(ports.directory(), ports.ids());
    }

    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/configs/webhook/{id}/stats",
                        Access.holding(Scope.READ),
                        this::statistics));
    }

    private Response statistics(Request request) {
        Endpoint endpoint =
                reach.endpoint(request.signedIn(), request.value("id"))
                        .orElseThrow(() -> new RefusedException(ApiError.notFound()));
        QueryFields query = new QueryFields(request.query());
        StatisticsRange range = query.word("range", RANGES).orElse(StatisticsRange.DAY);
        query.done();
        Statistics found =
                ports.statistics()
                        .read(StatisticsSubject.of(endpoint.id()), range, ports.clock().millis());
        StatisticsView view =
                new StatisticsView(endpoint.id(), found, ports.missed().apply(endpoint.id()));
        return Response.json(200, ports.documents().one(view, FIELDS));
    }
}
