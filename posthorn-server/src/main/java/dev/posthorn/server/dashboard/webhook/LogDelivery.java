package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.server.dashboard.shown.DeliveryWord;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.Optional;

/**
 * One delivery of the log.
 *
 * @param event public id
 * @param status of its latest attempt, or a code where no answer came; empty before the first
 * @param good whether that was a 2xx
 * @param href its requests
 */
public record LogDelivery(
        String id,
        String event,
        String type,
        long atMs,
        int attempts,
        String status,
        boolean good,
        String state,
        String href) {
    static LogDelivery of(DeliverySummary delivery, String log, Visit visit) {
        String id = visit.desk().ids().text(delivery.id().seq());
        String error = delivery.lastError();
        String came = delivery.lastStatus() == 0 ? "" : Integer.toString(delivery.lastStatus());
        return new LogDelivery(
                id,
                visit.desk().ids().text(delivery.event().seq()),
                delivery.type().slug(),
                delivery.createdMs(),
                delivery.attempts(),
                error == null ? came : error,
                delivery.state() == DeliveryState.DELIVERED,
                DeliveryWord.of(delivery, Optional.empty()),
                log + LogFilter.ofDelivery(id).query(""));
    }
}
