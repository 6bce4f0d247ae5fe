package dev.posthorn.server.api.log;

import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand.Resend;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.api.caller.Reach;
import dev.posthorn.server.api.read.Await;
import dev.posthorn.server.api.read.JsonBody;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.api.resource.DeliveryFields;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** {@code POST /deliveries/{id}/resend} and {@code POST /deliveries/{id}/cancel}. */
public final class DeliveryCommandRoutes {
    private static final Access MANAGE = Access.holding(Scope.MANAGE);

    /** What is not under way is settled by the next commit or two. */
    private static final Duration CANCEL_PATIENCE = Duration.ofSeconds(1);

    private final LogPorts ports;
    private final DeliveryDesk desk;
    private final DeliveryFields fields;
    private final Reach reach;

    public DeliveryCommandRoutes(LogPorts ports, DeliveryDesk desk) {
        this.ports = ports;
        this.desk = desk;
        this.fields = new DeliveryFields(ports.directory());
        this.reach = new Reach(ports.directory(), ports.ids());
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/deliveries/{id}/resend", MANAGE, this::resend),
                Route.post("/deliveries/{id}/cancel", MANAGE, this::cancel));
    }

    private Response resend(Request request) {
        DeliverySummary delivery = named(request);
        Endpoint endpoint = endpoint(delivery);
        if (endpoint.state() == EndpointState.DEACTIVATED) {
            throw conflict("Its webhook_config is deactivated: set its state to new first.");
        }
        Resend command =
                new Resend(
                        delivery.id(),
                        Trigger.RESEND,
                        endpoint.settings().ordering(),
                        EnumSet.allOf(DeliveryState.class));
        return shown(delivery, desk.carryOut(command));
    }

    private Response cancel(Request request) {
        DeliverySummary delivery = named(request);
        Duration asked = Await.asked(request);
        Duration longest = asked.compareTo(CANCEL_PATIENCE) > 0 ? asked : CANCEL_PATIENCE;
        CommandAnswer answer = desk.cancel(delivery.id(), longest);
        if (answer instanceof CommandAnswer.Left(DeliveryState state)) {
            throw conflict(
                    "It is "
                            + state.name().toLowerCase(Locale.ROOT)
                            + " already: there is"
                            + " nothing left to cancel.");
        }
        return shown(delivery, answer);
    }

    private DeliverySummary named(Request request) {
        JsonBody.fields(request.body()).done();
        new QueryFields(request.query()).done();
        return DeliveryRoutes.visible(ports, reach, request.signedIn(), request.value("id"))
                .orElseThrow(DeliveryCommandRoutes::notFound);
    }

    private Endpoint endpoint(DeliverySummary delivery) {
        return ports.directory()
                .endpoint(delivery.endpoint())
                .orElseThrow(DeliveryCommandRoutes::notFound);
    }

    /** The delivery as it is now. */
    private Response shown(DeliverySummary delivery, CommandAnswer answer) {
        switch (answer) {
            case CommandAnswer.PayloadGone _ ->
                    throw conflict("The event's data is gone: there is nothing to send again.");
            case CommandAnswer.Unknown _ -> throw notFound();
            case CommandAnswer.Reopened _,
                    CommandAnswer.Hastened _,
                    CommandAnswer.Made _,
                    CommandAnswer.CancelAsked _,
                    CommandAnswer.Left _ -> {}
        }
        DeliverySummary now =
                ports.log().delivery(delivery.id()).orElseThrow(DeliveryCommandRoutes::notFound);
        return Response.json(200, ports.documents().one(now, fields));
    }

    private static RefusedException conflict(String message) {
        return new RefusedException(ApiError.of(ErrorCode.CONFLICT, message));
    }

    private static RefusedException notFound() {
        return new RefusedException(ApiError.notFound());
    }
}
