package dev.posthorn.server.api.replay;

import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.core.replay.ReplayPlan;
import dev.posthorn.core.replay.ReplayStage;
import dev.posthorn.core.task.Task;
import dev.posthorn.server.api.caller.Reach;
import dev.posthorn.server.api.read.BodyFields;
import dev.posthorn.server.api.read.JsonBody;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.Caller;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /deliveries/resend} and {@code POST /configs/webhook/{id}/replay}. */
public final class ReplayRoutes {
    private static final Access MANAGE = Access.holding(Scope.MANAGE);

    private static final List<String> FILTER =
            List.of(
                    "webhook_config",
                    "event",
                    "state",
                    "type",
                    "organisation",
                    "date_created",
                    "date_created[gte]",
                    "date_created[gt]",
                    "date_created[lte]",
                    "date_created[lt]",
                    "date_created__gte",
                    "date_created__gt",
                    "date_created__lte",
                    "date_created__lt");

    /** Pending ones are on their way already. */
    private static final Map<String, ReplayStage> RESEND_STATES =
            Map.of(
                    "failed", ReplayStage.FAILED,
                    "delivered", ReplayStage.DELIVERED,
                    "cancelled", ReplayStage.CANCELLED);

    private static final List<ReplayStage> FAILED_ONES =
            List.of(ReplayStage.FAILED, ReplayStage.CUT_OFF);

    private static final Map<String, List<ReplayStage>> REPLAY_STATES =
            Map.of(
                    "failed", FAILED_ONES,
                    "missed", List.of(ReplayStage.MISSED),
                    "all", List.of(ReplayStage.ENDED, ReplayStage.MISSED));

    private final ReplayPorts ports;
    private final Reach reach;
    private final ReplayStart start;

    public ReplayRoutes(ReplayPorts ports) {
        this.ports = ports;
        this.reach = new Reach(ports.directory(), ports.ids());
        this.start = new ReplayStart(ports);
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/deliveries/resend", MANAGE, this::resend),
                Route.post("/configs/webhook/{id}/replay", MANAGE, this::replay));
    }

    private Response resend(Request request) {
        new QueryFields(request.query()).done();
        Caller caller = request.signedIn();
        ReplayBody body = new ReplayBody(JsonBody.fields(request.body()), FILTER);
        QueryFields fields = body.query();
        ReplayStage stage = fields.word("state", RESEND_STATES).orElse(ReplayStage.FAILED);
        TimeRange created = fields.times("date_created");
        Endpoint endpoint = endpoint(caller, fields);
        EventSummary event = event(caller, fields);
        OrganisationId owner = owner(caller, fields, endpoint, event);
        String type = fields.text("type").orElse(null);
        body.body().done();
        fields.done();
        EndpointId to = endpoint == null ? null : endpoint.id();
        ReplayPlan plan =
                new ReplayPlan(
                        owner,
                        to,
                        event == null ? null : event.id(),
                        type,
                        ReplayBody.until(created, ports.clock().millis()),
                        List.of(stage),
                        body.perSecond(),
                        Trigger.RESEND,
                        body.dryRun());
        return start.start(Task.RESEND, to == null ? 0 : to.seq(), plan, request);
    }

    private @Nullable Endpoint endpoint(Caller caller, QueryFields fields) {
        Optional<String> named = fields.text("webhook_config");
        Optional<Endpoint> found = named.flatMap(id -> reach.endpoint(caller, id));
        if (named.isPresent() && found.isEmpty()) {
            fields.problem("webhook_config", "there is none by this name");
        }
        return found.orElse(null);
    }

    private @Nullable EventSummary event(Caller caller, QueryFields fields) {
        Optional<String> named = fields.text("event");
        Optional<EventSummary> found =
                named.flatMap(id -> ports.ids().seq(id).stream().boxed().findFirst())
                        .flatMap(seq -> ports.log().eventSummary(new EventId(seq)))
                        .filter(event -> reach.covers(caller, event.organisation()));
        if (named.isPresent() && found.isEmpty()) {
            fields.problem("event", "there is none by this id");
        }
        return found.orElse(null);
    }

    /** A resend stays within one organisation, whoever asks. */
    private OrganisationId owner(
            Caller caller,
            QueryFields fields,
            @Nullable Endpoint endpoint,
            @Nullable EventSummary event) {
        Optional<String> named = fields.text("organisation");
        if (named.isPresent()) {
            Optional<Organisation> found = reach.organisation(caller, named.get());
            if (found.isEmpty()) {
                fields.problem("organisation", "there is none by this name");
            }
            return found.map(Organisation::id).orElse(new OrganisationId(0));
        }
        if (endpoint != null) {
            return endpoint.organisation();
        }
        return event != null
                ? event.organisation()
                : reach.own(caller)
                        .map(Organisation::id)
                        .orElseThrow(() -> new RefusedException(ApiError.notFound()));
    }

    private Response replay(Request request) {
        new QueryFields(request.query()).done();
        Endpoint endpoint =
                reach.endpoint(request.signedIn(), request.value("id"))
                        .orElseThrow(() -> new RefusedException(ApiError.notFound()));
        BodyFields sent = JsonBody.fields(request.body());
        ReplayBody body = new ReplayBody(sent, List.of("since", "until", "state"));
        if (!sent.has("since")) {
            sent.problem("since", "is missing: a time such as 2026-11-22T04:29:00Z");
        }
        QueryFields fields = body.query();
        List<ReplayStage> stages = fields.word("state", REPLAY_STATES).orElse(FAILED_ONES);
        TimeRange window = fields.between("since", "until");
        sent.done();
        fields.done();
        if (endpoint.state() == EndpointState.DEACTIVATED) {
            throw new RefusedException(
                    ApiError.of(
                            ErrorCode.CONFLICT, "It is deactivated: set its state to new first."));
        }
        ReplayPlan plan =
                new ReplayPlan(
                        endpoint.organisation(),
                        endpoint.id(),
                        null,
                        null,
                        ReplayBody.until(window, ports.clock().millis()),
                        stages,
                        body.perSecond(),
                        Trigger.REPLAY,
                        body.dryRun());
        return start.start(Task.REPLAY, endpoint.id().seq(), plan, request);
    }
}
