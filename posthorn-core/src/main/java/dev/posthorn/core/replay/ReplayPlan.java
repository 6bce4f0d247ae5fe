package dev.posthorn.core.replay;

import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.OrganisationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent again. Null leaves a field open.
 *
 * @param type as in {@code DeliveryFilter}
 * @param created of the delivery; of the event where that has none
 * @param stages one after another
 * @param perSecond deliveries; null for as fast as is good for the rest
 * @param trigger why, as attempts show it
 * @param dryRun only to be counted
 */
public record ReplayPlan(
        OrganisationId organisation,
        @Nullable EndpointId endpoint,
        @Nullable EventId event,
        @Nullable String type,
        TimeRange created,
        List<ReplayStage> stages,
        @Nullable Double perSecond,
        Trigger trigger,
        boolean dryRun) {
    public ReplayPlan {
        stages = List.copyOf(stages);
    }
}
