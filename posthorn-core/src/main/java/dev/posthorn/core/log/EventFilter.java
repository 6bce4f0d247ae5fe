package dev.posthorn.core.log;

import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Which events. Null leaves a field open.
 *
 * @param type a whole slug, or an entity: {@code user} finds {@code user.updated}
 * @param state as {@link EventSummary#state}
 */
public record EventFilter(
        @Nullable OrganisationId organisation,
        @Nullable String type,
        @Nullable String action,
        EventSummary.@Nullable State state,
        @Nullable EntityId entityId,
        TimeRange created) {}
