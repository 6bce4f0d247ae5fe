package dev.posthorn.server.dashboard.events;

import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.Locale;

/**
 * One event of the list.
 *
 * @param owner name of its organisation, empty when all shown are of one
 * @param state empty when it went nowhere
 */
public record EventRow(
        String id,
        String type,
        String entity,
        String owner,
        String state,
        int deliveries,
        long createdMs) {
    static EventRow of(EventSummary event, Visit visit) {
        return new EventRow(
                visit.desk().ids().text(event.id().seq()),
                event.type().slug(),
                entity(event.entityId()),
                owner(event, visit),
                state(event),
                event.deliveries(),
                event.createdMs());
    }

    static String state(EventSummary event) {
        return event.deliveries() == 0 ? "" : event.state().name().toLowerCase(Locale.ROOT);
    }

    static String entity(EntityId id) {
        return switch (id) {
            case EntityId.Text(String value) -> value;
            case EntityId.Numeric(String digits) -> digits;
            case EntityId.None() -> "";
        };
    }

    private static String owner(EventSummary event, Visit visit) {
        return visit.desk().organisation().isPresent()
                ? ""
                : visit.desk()
                        .ports()
                        .directory()
                        .organisation(event.organisation())
                        .map(owner -> owner.name())
                        .orElse("");
    }
}
