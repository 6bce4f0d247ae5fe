package dev.posthorn.server.api.resource;

import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.server.api.json.Fields;
import dev.posthorn.server.api.json.JsonWriter;

/** The resource {@code delivery}. */
public final class DeliveryFields implements Fields<DeliverySummary> {
    private final Directory directory;

    public DeliveryFields(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void write(DeliverySummary delivery, JsonWriter json) {
        json.id("id", delivery.id().seq())
                .text("resource", "delivery")
                .id("event", delivery.event().seq())
                .id("webhook_config", delivery.endpoint().seq())
                .text("type", delivery.type().slug())
                .word("state", delivery.state())
                .bool("held", held(delivery))
                .number("attempts", delivery.attempts())
                .time("next_attempt", delivery.dueMs())
                .number("last_status", delivery.lastStatus() == 0 ? null : delivery.lastStatus())
                .text("last_error", delivery.lastError())
                .time("date_created", delivery.createdMs())
                .time("date_completed", delivery.completedMs())
                .text("reason", delivery.reason());
    }

    /** Waiting for its endpoint rather than for its time. */
    private boolean held(DeliverySummary delivery) {
        return delivery.state() == DeliveryState.PENDING
                && !directory.endpoint(delivery.endpoint()).map(Endpoint::sends).orElse(false);
    }
}
