package dev.posthorn.server.ingest;

import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.OperationalType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.ingest.NewEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Makes an event of what was read, or says what is missing or does not fit together. */
final class EventCheck {
    private final IngestLimits limits;
    private final Problems problems;
    private final long nowMs;

    EventCheck(IngestLimits limits, Problems problems, long nowMs) {
        this.limits = limits;
        this.problems = problems;
        this.nowMs = nowMs;
    }

    /** Null when something is wrong with it. */
    @Nullable ParsedEvent check(EventDraft draft) {
        if (draft.refusal != null) {
            return null;
        }
        EventType type = type(draft);
        Payload data = data(draft);
        Long deliverAtMs = deliverAt(draft.deliverAt);
        if (type == null || data == null) {
            return null;
        }
        NewEvent event =
                new NewEvent(
                        type,
                        draft.entityId == null ? draft.dataId : draft.entityId,
                        draft.channels,
                        data,
                        deliverAtMs,
                        draft.idempotencyKey);
        return new ParsedEvent(event, draft.organisation, draft.key);
    }

    private @Nullable EventType type(EventDraft draft) {
        if (draft.type == null) {
            problems.add("type", "is missing");
            return null;
        }
        if (draft.action != null && (draft.action.indexOf('.') >= 0 || !slug(draft.action))) {
            problems.add("action", "must be of A-Za-z0-9_-");
            return null;
        }
        String whole = draft.action == null ? draft.type : draft.type + "." + draft.action;
        if (!slug(whole)) {
            problems.add(
                    "type",
                    "must be 1 to "
                            + EventType.MAX_PARTS
                            + " parts of A-Za-z0-9_- joined by dots, at most "
                            + EventType.MAX_LENGTH
                            + " characters with its action");
            return null;
        }
        EventType type = new EventType(whole);
        if (OperationalType.isReserved(type)) {
            problems.add(
                    "type",
                    "is kept for Posthorn's own events, as are webhook_config and everything"
                            + " under it, delivery.failed and delivery.recovered");
            return null;
        }
        return type;
    }

    private static boolean slug(String text) {
        return EventType.isSlug(text);
    }

    private @Nullable Payload data(EventDraft draft) {
        if (draft.data == null) {
            problems.add("data", "is missing: send {} for none");
            return null;
        }
        return new Payload(draft.data);
    }

    /** A time that has come is at once. */
    private @Nullable Long deliverAt(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            Instant latest = Instant.ofEpochMilli(nowMs).plus(limits.maxAhead());
            if (at.isAfter(latest)) {
                problems.add(
                        "deliver_at",
                        "must not be after "
                                + latest
                                + ": at most 7 days ahead, and so that the longest retry schedule"
                                + " ends within the retention");
                return null;
            }
            return at.toEpochMilli() > nowMs ? at.toEpochMilli() : null;
        } catch (DateTimeException | ArithmeticException _) {
            problems.add("deliver_at", "must be a time such as 2026-11-22T04:29:00Z");
            return null;
        }
    }
}
