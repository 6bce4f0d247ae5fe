package dev.posthorn.server.api.log;

import dev.posthorn.core.administration.Erasure;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.DeliveryFilter;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.api.caller.Reach;
import dev.posthorn.server.api.read.JsonBody;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.api.resource.EventFields;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * {@code DELETE /events/{id}/data}. First the payload goes, for good; then deliveries of it that
 * are pending are cancelled, which also takes it out of the lanes' memory. Asking again cancels
 * what an earlier call could not.
 */
public final class ExpungeRoutes {
    private static final EventFields FIELDS = new EventFields();

    private final LogPorts ports;
    private final DeliveryDesk desk;
    private final Erasure erasure;
    private final Reach reach;

    public ExpungeRoutes(LogPorts ports, DeliveryDesk desk, Erasure erasure) {
        this.ports = ports;
        this.desk = desk;
        this.erasure = erasure;
        this.reach = new Reach(ports.directory(), ports.ids());
    }

    public List<Route> routes() {
        return List.of(
                Route.delete("/events/{id}/data", Access.holding(Scope.MANAGE), this::expunge));
    }

    private Response expunge(Request request) {
        new QueryFields(request.query()).done();
        JsonBody.fields(request.body()).done();
        EventSummary event = event(request);
        if (ports.log().event(event.id()).isPresent()) {
            erasure.expunge(event.id(), event.organisation());
        }
        cancelPending(event.id());
        EventSummary after = ports.log().eventSummary(event.id()).orElse(event);
        return Response.json(200, ports.documents().one(after, FIELDS.withData(null)));
    }

    private EventSummary event(Request request) {
        OptionalLong seq = ports.ids().seq(request.value("id"));
        return (seq.isPresent()
                        ? ports.log().eventSummary(new EventId(seq.getAsLong()))
                        : java.util.Optional.<EventSummary>empty())
                .filter(found -> reach.covers(request.signedIn(), found.organisation()))
                .orElseThrow(() -> new RefusedException(ApiError.notFound()));
    }

    private void cancelPending(EventId event) {
        DeliveryFilter pending =
                new DeliveryFilter(
                        null, null, event, DeliveryState.PENDING, null, TimeRange.ALWAYS);
        long after = 0;
        Page<DeliverySummary> page;
        do {
            page =
                    ports.log()
                            .deliveries(
                                    pending,
                                    new PageRequest(PageRequest.MAX_LIMIT, after, 0, false));
            for (DeliverySummary delivery : page.rows()) {
                desk.cancel(delivery.id(), Duration.ZERO);
                after = delivery.id().seq();
            }
            after = page.nextAfter() == 0 ? after : page.nextAfter();
        } while (page.hasMore());
    }
}
