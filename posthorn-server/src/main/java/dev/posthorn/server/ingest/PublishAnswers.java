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
import dev.posthorn.core.store.AcceptOutcome.PartlyCommitted;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.server.api.json.Documents;
import dev.posthorn.server.api.resource.PublishedEvent;
import dev.posthorn.server.api.resource.PublishedItem;
import dev.posthorn.server.api.resource.RefusedEvent;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        return switch (outcome) {
            case Committed(var repeats) -> repeats != null;
            case PartlyCommitted _ -> true;
            case KeyReused _, Failed _ -> false;
        };
    }

    Response answer(AcceptOutcome outcome, PublishCall call) {
        boolean batch = call.submission().batch();
        return switch (outcome) {
            case Committed(var repeats) when batch -> list(call, repeats, Set.of());
            case Committed(var repeats) -> one(call.events().getFirst(), repeats);
            case PartlyCommitted(var repeats, var reused) -> list(call, repeats, reused);
            case KeyReused(int index) -> Response.of(keyReused(call.submission(), index));
            case Failed _ -> Response.of(ApiError.unavailable("Not stored; try again."));
        };
    }

    private Response one(AcceptedEvent event, @Nullable List<@Nullable EventId> repeats) {
        EventId first = repeats == null ? null : repeats.getFirst();
        byte[] body = documents.one(published(event, first), PublishedItem::write);
        return new Response(first == null ? CREATED : OK, Response.JSON, body, Map.of());
    }

    /** In the order sent; created when at least one is new. */
    private Response list(
            PublishCall call, @Nullable List<@Nullable EventId> repeats, Set<Integer> reused) {
        Refusals refusals = call.submission().refusals();
        int events = call.events().size();
        int sent = events + (refusals == null ? 0 : refusals.count());
        List<PublishedItem> items = new ArrayList<>(sent);
        int index = 0;
        for (int place = 0; place < sent; place++) {
            Optional<ApiError> refused = refusals == null ? Optional.empty() : refusals.at(place);
            if (refused.isPresent()) {
                items.add(refused(refused.get()));
            } else if (reused.contains(index)) {
                items.add(refused(keyReused(call.submission(), place)));
                index++;
            } else {
                items.add(
                        published(
                                call.events().get(index),
                                repeats == null ? null : repeats.get(index)));
                index++;
            }
        }
        Page<PublishedItem> page = new Page<>(items, false, 0, items.size(), false);
        byte[] body = documents.list("/events", page, PublishedItem::write);
        boolean created = items.stream().anyMatch(PublishedItem::isNew);
        return new Response(created ? CREATED : OK, Response.JSON, body, Map.of());
    }

    private static PublishedItem refused(ApiError error) {
        return new RefusedEvent(error.code().code(), error.message(), error.params());
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

    private static ApiError keyReused(Submission submission, int place) {
        return new ApiError(
                ErrorCode.IDEMPOTENCY_CONFLICT,
                "This idempotency key came before with another event.",
                Map.of(submission.field(place, "idempotency_key"), "was used for another event"),
                Map.of());
    }
}
