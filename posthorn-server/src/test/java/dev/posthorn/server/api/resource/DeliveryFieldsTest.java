package dev.posthorn.server.api.resource;

import static dev.posthorn.server.api.resource.Shown.ENDPOINT;
import static dev.posthorn.server.api.resource.Shown.NOW;
import static dev.posthorn.server.api.resource.Shown.NOW_TEXT;
import static dev.posthorn.server.api.resource.Shown.ORGANISATION;
import static dev.posthorn.server.api.resource.Shown.endpoint;
import static dev.posthorn.server.api.resource.Shown.id;
import static dev.posthorn.server.api.resource.Shown.json;
import static dev.posthorn.server.api.resource.Shown.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.core.store.ConfigStore.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryFieldsTest {
    @Test
    void a_pending_delivery_says_when_it_is_next_tried() {
        assertThat(one(pending(), fields(EndpointState.VALID)))
                .isEqualTo(
                        json(
                                """
                                {"id":%s,"resource":"delivery","event":%s,"webhook_config":%s,
                                "type":"user.updated","state":"pending","held":false,"attempts":1,
                                "next_attempt":"%s","last_status":null,"last_error":"timeout",
                                "date_created":"%s","date_completed":null,"reason":null}
                                """,
                                id(3), id(1), id(ENDPOINT.seq()), NOW_TEXT, NOW_TEXT));
    }

    @Test
    void a_final_delivery_says_when_and_why_it_ended() {
        DeliverySummary failed =
                delivery(DeliveryState.FAILED, 5, null, 500, null, NOW, "schedule-used-up");

        assertThat(one(failed, fields(EndpointState.INVALID)))
                .endsWith(
                        json(
                                """
                                "state":"failed","held":false,"attempts":5,"next_attempt":null,
                                "last_status":500,"last_error":null,"date_created":"%s",
                                "date_completed":"%s","reason":"schedule-used-up"}
                                """,
                                NOW_TEXT, NOW_TEXT));
    }

    @ParameterizedTest
    @CsvSource({"NEW, true", "VALID, false", "INVALID, true", "DEACTIVATED, true"})
    void is_held_while_its_endpoint_does_not_send(EndpointState state, boolean held) {
        assertThat(one(pending(), fields(state))).contains("\"held\":" + held + ",");
    }

    private static DeliverySummary pending() {
        return delivery(DeliveryState.PENDING, 1, NOW, 0, "timeout", null, null);
    }

    private static DeliverySummary delivery(
            DeliveryState state,
            int attempts,
            Long due,
            int status,
            String error,
            Long completed,
            String reason) {
        return new DeliverySummary(
                new DeliveryId(3),
                new EventId(1),
                ENDPOINT,
                ORGANISATION,
                new EventType("user.updated"),
                state,
                attempts,
                NOW,
                due,
                status,
                error,
                completed,
                reason);
    }

    private static DeliveryFields fields(EndpointState state) {
        var endpoint = endpoint(EndpointSettings.of("https://example.com", "standard"), state);
        return new DeliveryFields(
                new Directory(new Snapshot(List.of(), List.of(), List.of(endpoint))));
    }
}
