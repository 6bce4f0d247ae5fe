package dev.posthorn.server.api.resource;

import static dev.posthorn.server.api.resource.Shown.NOW;
import static dev.posthorn.server.api.resource.Shown.NOW_TEXT;
import static dev.posthorn.server.api.resource.Shown.ORGANISATION;
import static dev.posthorn.server.api.resource.Shown.id;
import static dev.posthorn.server.api.resource.Shown.json;
import static dev.posthorn.server.api.resource.Shown.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.store.AcceptedEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventFieldsTest {
    private static final long SEQ = Sequence.firstOf(NOW) + 100;
    private static final EventFields FIELDS = new EventFields();

    @Test
    void shows_the_entity_as_type_and_the_slug_as_event_type() {
        EventSummary event =
                summary(
                        "shop.order.updated",
                        new EntityId.Text("o\"1"),
                        new KeyId(9),
                        List.of("summer", "<b>"));

        assertThat(one(event, FIELDS))
                .isEqualTo(
                        json(
                                """
                                {"id":%s,"resource":"event","type":"shop.order",
                                "action":"updated","event_type":"shop.order.updated",
                                "entity_id":"o\\"1","organisation":%s,"key":%s,
                                "channels":["summer","<b>"],"state":"failed","deliveries":3,
                                "date_created":"%s"}
                                """,
                                id(SEQ), id(ORGANISATION.seq()), id(9), NOW_TEXT));
    }

    @Test
    void keeps_the_data_byte_for_byte() {
        String data = "{ \"n\":9007199254740993,\"s\":\"\\/ \\u00e9 é\",\"x\":1.0e400 }";
        EventSummary event = summary("ping", EntityId.NONE, null, List.of());

        assertThat(one(event, FIELDS.withData(payload(data))))
                .isEqualTo(
                        json(
                                """
                                {"id":%s,"resource":"event","type":"ping","action":"",
                                "event_type":"ping","entity_id":null,"organisation":%s,"key":null,
                                "channels":[],"state":"failed","deliveries":3,
                                "date_created":"%s","data":%s}
                                """,
                                id(SEQ), id(ORGANISATION.seq()), NOW_TEXT, data));
    }

    @Test
    void shows_erased_data_as_null() {
        EventSummary event = summary("ping", EntityId.NONE, null, List.of());

        assertThat(one(event, FIELDS.withData(null))).endsWith(",\"data\":null}");
    }

    @Test
    void keeps_numbers_beyond_two_to_the_53() {
        var number = new EntityId.Numeric("123456789012345678901234567890");

        assertThat(one(summary("a.b", number, null, List.of()), FIELDS))
                .contains("\"entity_id\":123456789012345678901234567890,");
    }

    @Test
    void an_accepted_event_is_pending_and_counts_its_deliveries() {
        assertThat(one(PublishedEvent.accepted(accepted(2)), PublishedEvent::write))
                .endsWith(
                        "\"state\":\"pending\",\"deliveries\":2,\"date_created\":\""
                                + NOW_TEXT
                                + "\"}");
    }

    @Test
    void an_event_nobody_gets_has_nothing_pending() {
        assertThat(one(PublishedEvent.accepted(accepted(0)), PublishedEvent::write))
                .contains("\"state\":\"delivered\",\"deliveries\":0,");
    }

    @Test
    void a_repeat_says_so() {
        EventSummary first = summary("a.b", EntityId.NONE, null, List.of());

        assertThat(one(PublishedEvent.repeat(first), PublishedEvent::write))
                .endsWith("\"date_created\":\"" + NOW_TEXT + "\",\"duplicate\":true}");
    }

    private static EventSummary summary(
            String type, EntityId entity, KeyId key, List<String> channels) {
        return new EventSummary(
                new EventId(SEQ),
                ORGANISATION,
                new EventType(type),
                entity,
                key,
                channels,
                NOW,
                3,
                EventSummary.State.FAILED);
    }

    private static AcceptedEvent accepted(int deliveries) {
        Event event =
                new Event(
                        new EventId(SEQ),
                        ORGANISATION,
                        new EventType("a.b"),
                        EntityId.NONE,
                        null,
                        List.of(),
                        payload("{}"),
                        NOW);
        PendingDelivery delivery =
                new PendingDelivery(
                        new DeliveryId(SEQ + 1),
                        Shown.ENDPOINT,
                        event.id(),
                        event,
                        NOW,
                        NOW,
                        0,
                        0,
                        0,
                        0);
        return new AcceptedEvent(event, java.util.Collections.nCopies(deliveries, delivery), null);
    }

    private static Payload payload(String json) {
        return new Payload(json.getBytes(StandardCharsets.UTF_8));
    }
}
