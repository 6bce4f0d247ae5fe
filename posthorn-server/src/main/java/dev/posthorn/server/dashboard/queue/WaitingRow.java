package dev.posthorn.server.dashboard.queue;

import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.server.dashboard.shown.DeliveryWord;
import dev.posthorn.server.dashboard.visit.Visit;
import org.jspecify.annotations.Nullable;

/**
 * One delivery that waits.
 *
 * @param event public id; also {@code id}, of the delivery
 * @param lastError what its latest attempt came to, empty before the first
 */
public record WaitingRow(
        String id,
        String event,
        String type,
        int attempts,
        @Nullable Long dueMs,
        String lastError) {
    static WaitingRow of(DeliverySummary delivery, Visit visit) {
        return new WaitingRow(
                visit.desk().ids().text(delivery.id().seq()),
                visit.desk().ids().text(delivery.event().seq()),
                delivery.type().slug(),
                delivery.attempts(),
                delivery.dueMs(),
                DeliveryWord.lastError(delivery));
    }
}
