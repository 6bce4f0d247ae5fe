package dev.posthorn.server.ingest;

import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.AcceptOutcome.Committed;
import dev.posthorn.core.store.AcceptOutcome.Failed;
import dev.posthorn.core.store.AcceptOutcome.KeyReused;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.server.api.json.Documents;
import dev.posthorn.server.api.resource.PublishedEvent;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what became of a publishing call. */
final class PublishAnswers {
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final Documents documents;
    private final DeliveryLog log;

    PublishAnswers(Documents documents, DeliveryLog log) {
        this.documents = documents;
        this.log = log;
    }

    /** Whether making the answer reads the store, which blocks. */
    static boolean readsStore(AcceptOutcome outcome) {
        return outcome instanceof Committed(var repeats) && repeats != null;
    }

    Response answer(AcceptOutcome outcome, List<AcceptedEvent> events, boolean batch) {
        return switch (outcome) {
            case Committed(var repeats) -> accepted(events, repeats, batch);
            case KeyReused(int index) -> keyReused(index, batch);
            case Failed _ -> Response.of(ApiError.unavailable("Not stored; try again."));
        };
    }

    private Response accepted(
            List<AcceptedEvent> events, @Nullable List<@Nullable EventId> repeats, boolean batch) {
        if (!batch) {
            EventId first = repeats == null ? null : repeats.getFirst();
            byte[] body = documents.one(published(events.getFirst(), first), PublishedEvent::write);
            return new Response(first == null ? CREATED : OK, Response.JSON, body, Map.of());
        }
        List<PublishedEvent> rows = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            rows.add(published(events.get(i), repeats == null ? null : repeats.get(i)));
        }
        Page<PublishedEvent> page = new Page<>(rows, false, 0, rows.size(), false);
        byte[] body = documents.list("/events", page, PublishedEvent::write);
        return new Response(CREATED, Response.JSON, body, Map.of());
    }

    private PublishedEvent published(AcceptedEvent event, @Nullable EventId first) {
        return first == null
                ? PublishedEvent.accepted(event)
                : PublishedEvent.repeat(
                        log.eventSummary(first).orElseGet(() -> forgotten(event.event(), first)));
    }

    /** The first one, whose row is gone already: it was this event under its own number. */
    private static EventSummary forgotten(Event repeat, EventId first) {
        return new EventSummary(
                first,
                repeat.organisation(),
                repeat.type(),
                repeat.entityId(),
                repeat.key(),
                repeat.channels(),
                repeat.createdMs(),
                0,
                EventSummary.State.DELIVERED);
    }

    private static Response keyReused(int index, boolean batch) {
        String field = batch ? "events[" + index + "].idempotency_key" : "idempotency_key";
        return Response.of(
                new ApiError(
                        ErrorCode.IDEMPOTENCY_CONFLICT,
                        "This idempotency key came before with another event.",
                        Map.of(field, "was used for another event"),
                        Map.of()));
    }
}
