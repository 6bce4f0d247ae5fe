package dev.posthorn.server.api.resource;

import static dev.posthorn.server.api.resource.Shown.ENDPOINT;
import static dev.posthorn.server.api.resource.Shown.NOW;
import static dev.posthorn.server.api.resource.Shown.NOW_TEXT;
import static dev.posthorn.server.api.resource.Shown.id;
import static dev.posthorn.server.api.resource.Shown.json;
import static dev.posthorn.server.api.resource.Shown.one;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueueFieldsTest {
    @Test
    void an_empty_queue() {
        var empty = new QueueView(0, 0, 0, 0, null, null, 0.0, 0.5, List.of());

        assertThat(one(empty, new QueueFields()))
                .isEqualTo(
                        json(
                                """
                                {"resource":"queue","pending":0,"due":0,"held":0,"in_flight":0,
                                "oldest":null,"next_due":null,"accepted_per_s":0,
                                "delivered_per_s":0.5,"endpoints":[]}
                                """));
    }

    @Test
    void a_queue_shows_every_line() {
        var line =
                new QueueView.Line(
                        ENDPOINT, null, "https://example.com", 9, 4, 2, 8, NOW, "timeout");
        var queue = new QueueView(9, 4, 0, 2, NOW, NOW, 1234.0, 1000.0, List.of(line));

        assertThat(one(queue, new QueueFields()))
                .isEqualTo(
                        json(
                                """
                                {"resource":"queue","pending":9,"due":4,"held":0,"in_flight":2,
                                "oldest":"%s","next_due":"%s","accepted_per_s":1234,
                                "delivered_per_s":1000,"endpoints":[{"webhook_config":%s,
                                "name":null,"url":"https://example.com","pending":9,"due":4,
                                "in_flight":2,"window":8,"next_due":"%s","last_error":"timeout"}]}
                                """,
                                NOW_TEXT, NOW_TEXT, id(ENDPOINT.seq()), NOW_TEXT));
    }
}
