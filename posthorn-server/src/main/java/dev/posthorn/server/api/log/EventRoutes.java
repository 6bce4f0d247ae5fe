package dev.posthorn.server.api.log;

import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.EventFilter;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.api.caller.Reach;
import dev.posthorn.server.api.caller.Whose;
import dev.posthorn.server.api.read.Pages;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.api.resource.EventFields;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.Caller;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** {@code GET /events}. A key that may only publish sees what was published with it. */
public final class EventRoutes {
    private static final String PATH = "/events";
    private static final Access READ = Access.holding(Scope.READ, Scope.PUBLISH);
    private static final EventFields FIELDS = new EventFields();
    private static final Map<String, EventSummary.State> STATES =
            Map.of(
                    "pending", EventSummary.State.PENDING,
                    "delivered", EventSummary.State.DELIVERED,
                    "failed", EventSummary.State.FAILED);

    private final LogPorts ports;
    private final Reach reach;

    public EventRoutes(LogPorts ports) {
        this.ports = ports;
        this.reach = new Reach(ports.directory(), ports.ids());
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH, READ, this::list), Route.get(PATH + "/{id}", READ, this::get));
    }

    private Response list(Request request) {
        Caller caller = request.signedIn();
        QueryFields query = new QueryFields(request.query());
        Whose whose = reach.whose(caller, query);
        String type = query.text("type").orElse(null);
        String action = query.text("action").orElse(null);
        EventSummary.State state = query.word("state", STATES).orElse(null);
        String entity = query.text("entity_id").orElse(null);
        TimeRange created = query.times("date_created");
        PageRequest page = Pages.request(query, ports.ids());
        query.done();
        if (whose instanceof Whose.Nobodys) {
            return shown(Page.empty());
        }
        EventFilter filter =
                new EventFilter(whose.organisation(), type, action, state, null, created);
        return shown(own(found(filter, entity, page), caller));
    }

    private Response shown(Page<EventSummary> page) {
        return Response.json(200, ports.documents().list(PATH, page, FIELDS));
    }

    /** A number in a query may be meant as either of JSON's types; in quotes it is text. */
    private Page<EventSummary> found(
            EventFilter filter, @Nullable String entity, PageRequest page) {
        if (entity == null) {
            return ports.log().events(filter, page);
        }
        if (!entity.matches("-?(0|[1-9][0-9]*)")) {
            return ports.log().events(withEntity(filter, text(entity)), page);
        }
        Page<EventSummary> numbers =
                ports.log().events(withEntity(filter, new EntityId.Numeric(entity)), page);
        return numbers.rows().isEmpty() && !numbers.hasMore()
                ? ports.log().events(withEntity(filter, new EntityId.Text(entity)), page)
                : numbers;
    }

    private static EntityId text(String entity) {
        boolean quoted = entity.length() >= 2 && entity.startsWith("\"") && entity.endsWith("\"");
        return new EntityId.Text(quoted ? entity.substring(1, entity.length() - 1) : entity);
    }

    private static EventFilter withEntity(EventFilter filter, EntityId entity) {
        return new EventFilter(
                filter.organisation(),
                filter.type(),
                filter.action(),
                filter.state(),
                entity,
                filter.created());
    }

    /** What is counted for others is not for a key that may only publish. */
    private static Page<EventSummary> own(Page<EventSummary> page, Caller caller) {
        if (caller.may(Scope.READ)) {
            return page;
        }
        List<EventSummary> rows =
                page.rows().stream().filter(event -> isOwn(event, caller)).toList();
        long next =
                page.nextAfter() != 0 || !page.hasMore()
                        ? page.nextAfter()
                        : page.rows().getLast().id().seq();
        return new Page<>(rows, page.hasMore(), next, rows.size(), page.hasMore());
    }

    private static boolean isOwn(EventSummary event, Caller caller) {
        return caller.may(Scope.READ) || caller.key().id().equals(event.key());
    }

    private Response get(Request request) {
        new QueryFields(request.query()).done();
        Caller caller = request.signedIn();
        EventSummary event =
                id(request.value("id"))
                        .flatMap(ports.log()::eventSummary)
                        .filter(found -> reach.covers(caller, found.organisation()))
                        .filter(found -> isOwn(found, caller))
                        .orElseThrow(() -> new RefusedException(ApiError.notFound()));
        var data = ports.log().event(event.id()).map(Event::data).orElse(null);
        return Response.json(200, ports.documents().one(event, FIELDS.withData(data)));
    }

    private Optional<EventId> id(String text) {
        OptionalLong seq = ports.ids().seq(text);
        return seq.isPresent() ? Optional.of(new EventId(seq.getAsLong())) : Optional.empty();
    }
}
