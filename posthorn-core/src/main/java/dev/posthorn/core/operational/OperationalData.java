package dev.posthorn.core.operational;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.health.DeliveryFacts;
import dev.posthorn.core.health.FailureStreak;
import dev.posthorn.core.health.Occurrence;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.profile.procedure.ConfigData;
import dev.posthorn.core.wire.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * {@code data} of operational events. Of {@code webhook_config.*} the endpoint as it is when this
 * is told, without its secret and headers, with {@code state_reason}; of {@code delivery.*} the
 * delivery: {@code id}, {@code event}, {@code event_type}, {@code webhook_config}, {@code url},
 * {@code state}, {@code attempts}, {@code status} (null without an answer), {@code error}, {@code
 * message}, {@code reason}. Both have {@code organisation} and {@code organisation_uid}; {@code
 * count}: how many occurrences it stands for, {@code date_first} and {@code date_last} of them; and
 * {@code failing_since} and {@code failed_deliveries} of a streak of failures, null and 0 without
 * one.
 */
final class OperationalData {
    private final PublicIds ids;

    OperationalData(PublicIds ids) {
        this.ids = ids;
    }

    Payload of(Announcement announcement, Endpoint about, @Nullable String organisationUid) {
        Occurrence latest = announcement.latest();
        DeliveryFacts delivery = latest.delivery();
        JsonObject json =
                delivery == null
                        ? ConfigData.object(about, ids).string("state_reason", about.stateReason())
                        : delivery(delivery, about);
        FailureStreak streak = latest.streak();
        return new Payload(
                json.string("organisation_uid", organisationUid)
                        .number("count", announcement.count())
                        .time("date_first", announcement.firstMs())
                        .time("date_last", latest.atMs())
                        .time("failing_since", streak == null ? null : (Long) streak.sinceMs())
                        .number("failed_deliveries", streak == null ? 0 : streak.deliveries())
                        .bytes());
    }

    private JsonObject delivery(DeliveryFacts delivery, Endpoint about) {
        JsonObject json =
                new JsonObject()
                        .string("id", ids.text(delivery.id().seq()))
                        .string("event", ids.text(delivery.event().seq()))
                        .string("event_type", delivery.type())
                        .string("webhook_config", ids.text(about.id().seq()))
                        .string("organisation", ids.text(about.organisation().seq()))
                        .string("url", about.settings().url())
                        .string("state", delivery.reason() == null ? "delivered" : "failed")
                        .number("attempts", delivery.attempts());
        if (delivery.status() == 0) {
            json.string("status", null);
        } else {
            json.number("status", delivery.status());
        }
        return json.string("error", delivery.error())
                .string("message", delivery.message())
                .string("reason", delivery.reason());
    }
}
