package dev.posthorn.server.dashboard.guide;

import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.dashboard.webhook.ShownExchange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The event that shows how far it came: the latest delivered one, else the latest.
 *
 * @param event its public id
 * @param exchange of the latest attempt; null before the first
 */
public record SentEvent(DeliverySummary delivery, String event, @Nullable ShownExchange exchange) {
    /** What takes longer does not end soon: the page is not loaded again by itself. */
    private static final long SOON_MS = 30_000;

    static Optional<SentEvent> of(Visit visit, MadeWebhook made) {
        return latest(visit, made, DeliveryState.DELIVERED)
                .or(() -> latest(visit, made, null))
                .map(delivery -> of(visit, made, delivery));
    }

    private static Optional<DeliverySummary> latest(
            Visit visit, MadeWebhook made, @Nullable DeliveryState state) {
        return first(
                visit.desk()
                        .log()
                        .deliveries(
                                made.webhook().endpoint().id(),
                                null,
                                state,
                                null,
                                TimeRange.ALWAYS,
                                PageRequest.newest(1))
                        .rows());
    }

    private static SentEvent of(Visit visit, MadeWebhook made, DeliverySummary delivery) {
        return new SentEvent(
                delivery,
                visit.desk().ids().text(delivery.event().seq()),
                first(
                                visit.desk()
                                        .log()
                                        .attempts(null, delivery.id(), PageRequest.newest(1))
                                        .rows())
                        .map(entry -> ShownExchange.of(entry, made.webhook(), false, visit))
                        .orElse(null));
    }

    private static <T> Optional<T> first(List<T> rows) {
        return rows.stream().findFirst();
    }

    public boolean isDelivered() {
        return delivery.state() == DeliveryState.DELIVERED;
    }

    boolean isExpected(long nowMs) {
        return delivery.state() == DeliveryState.PENDING && nowMs - delivery.createdMs() < SOON_MS;
    }

    /** When it arrived, milliseconds since 1970; 0 when it has not. */
    public long deliveredMs() {
        Long endedMs = delivery.completedMs();
        return endedMs == null || !isDelivered() ? 0 : endedMs;
    }
}
