package dev.posthorn.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.client.resource.Cluster;
import dev.posthorn.client.resource.Delivery;
import dev.posthorn.client.resource.Event;
import dev.posthorn.client.resource.Portal;
import dev.posthorn.client.resource.Queue;
import dev.posthorn.client.resource.WebhookConfig;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PosthornClientTest {
    private static final String CONFIG =
            """
            {"id":"c1","resource":"webhook_config","organisation":"o1","url":"https://r.example",
             "secret":"whsec_x","state":"new","date_created":"2026-11-22T10:00:00.123Z",
             "event_types":["user.*"],"profile":"standard","verified":false,"unknown":{"a":1}}\
            """;

    private final List<Long> waits = new ArrayList<>();
    private ScriptedServer server;
    private PosthornClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        client = clientOf(server.url() + "/");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private PosthornClient clientOf(String url) {
        var retries = new Retries(3, Duration.ofMillis(250), Duration.ofSeconds(10), waits::add);
        return new PosthornClient(url, "secret-token", retries);
    }

    @Test
    void creates_an_endpoint_from_its_url_alone() {
        server.reply(201, CONFIG);
        WebhookConfig config = client.webhookConfigs().create("https://r.example");
        assertThat(config)
                .isEqualTo(
                        new WebhookConfig(
                                "c1",
                                "o1",
                                "https://r.example",
                                "whsec_x",
                                "new",
                                null,
                                Instant.parse("2026-11-22T10:00:00.123Z"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                "standard",
                                List.of("user.*"),
                                null,
                                false,
                                false,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null));
        assertThat(server.received())
                .containsExactly(
                        new ScriptedServer.Received(
                                "POST",
                                "/configs/webhook",
                                "Token secret-token",
                                "application/json",
                                "{\"url\":\"https://r.example\"}"));
    }

    @Test
    void says_how_requests_authenticate_and_shows_no_secret() {
        for (int i = 0; i < 4; i++) {
            server.reply(200, CONFIG);
        }
        List<EndpointAuth> all =
                List.of(
                        EndpointAuth.basic("me", "p"),
                        EndpointAuth.bearer("t"),
                        EndpointAuth.oauth2("https://a.example/t", "me", "s", null),
                        EndpointAuth.certificate("C", "K"));
        all.forEach(auth ->
                client.webhookConfigs().updateById("c2", WebhookConfigFields.none().auth(auth)));
        assertThat(server.received().stream().map(ScriptedServer.Received::body).toList())
                .satisfiesExactly(
                        body -> assertThat(body).startsWith("{\"auth\":{\"basic\":{"),
                        body ->
                                assertThat(body)
                                        .isEqualTo("{\"auth\":{\"bearer\":{\"token\":\"t\"}}}"),
                        body ->
                                assertThat(body)
                                        .isEqualTo(
                                                "{\"auth\":{\"oauth2\":{"
                                                        + "\"token_url\":\"https://a.example/t\","
                                                        + "\"client_id\":\"me\","
                                                        + "\"client_secret\":\"s\",\"scope\":null}}}"),
                        body -> assertThat(body).startsWith("{\"auth\":{\"mtls\":{"));
        assertThat(all.toString())
                .isEqualTo(
                        "[EndpointAuth[basic], EndpointAuth[bearer], EndpointAuth[oauth2],"
                                + " EndpointAuth[mtls]]");
    }

    @Test
    void calls_what_the_api_documents() {
        for (int i = 0; i < 9; i++) {
            server.reply(
                    200, i < 6 ? CONFIG : "{\"id\":\"t\",\"type\":\"x\",\"state\":\"pending\"}");
        }
        WebhookConfigs configs = client.webhookConfigs();
        WebhookConfig config = configs.retrieve("my.uid");
        configs.update(config, WebhookConfigFields.url("https://new.example"));
        configs.updateById("c2", WebhookConfigFields.none().state("deactivated"));
        configs.delete("c2");
        configs.put("my.uid", WebhookConfigFields.none().paused(true));
        configs.rotate("c2", Duration.ofHours(1));
        configs.test(config);
        configs.testById("c2");
        configs.replay("c2", Instant.EPOCH, Map.of("state", "missed"));
        assertThat(server.lines())
                .containsExactly(
                        "GET /configs/webhook/my.uid",
                        "POST /configs/webhook/c1 {\"url\":\"https://new.example\"}",
                        "POST /configs/webhook/c2 {\"state\":\"deactivated\"}",
                        "DELETE /configs/webhook/c2",
                        "PUT /configs/webhook/my.uid {\"paused\":true}",
                        "POST /configs/webhook/c2/rotate {\"grace_seconds\":3600}",
                        "POST /configs/webhook/c1/test",
                        "POST /configs/webhook/c2/test",
                        "POST /configs/webhook/c2/replay"
                                + " {\"state\":\"missed\",\"since\":\"1970-01-01T00:00:00Z\"}");
    }

    @Test
    void a_list_asks_for_a_page_only_when_it_is_wanted() {
        server.reply(200, page(true, "", "d1", "d2")).reply(200, page(false, "", "d3"));
        List<String> firstTwo =
                client.deliveries()
                        .list(Filter.where("state", "failed").pageSize(2))
                        .limit(2)
                        .map(Delivery::id)
                        .toList();
        assertThat(firstTwo).containsExactly("d1", "d2");
        assertThat(server.lines()).containsExactly("GET /deliveries?state=failed&limit=2");
    }

    @Test
    void a_list_goes_on_behind_short_and_empty_pages() {
        server.reply(200, page(true, "", "d1"))
                .reply(200, page(true, "d7"))
                .reply(200, page(false, "", "d9"));
        assertThat(client.deliveries().list(Filter.ALL).map(Delivery::id))
                .containsExactly("d1", "d9");
        assertThat(server.lines())
                .containsExactly(
                        "GET /deliveries",
                        "GET /deliveries?after_id=d1",
                        "GET /deliveries?after_id=d7");
    }

    @Test
    void filters_by_time_as_the_api_spells_it() {
        server.reply(200, page(false, ""));
        Filter day =
                Filter.ALL
                        .createdFrom(Instant.parse("2026-11-21T00:00:00Z"))
                        .createdBefore(Instant.parse("2026-11-22T00:00:00Z"))
                        .oldestFirst();
        assertThat(client.events().list(day)).isEmpty();
        assertThat(server.lines())
                .containsExactly(
                        "GET /events?date_created%5Bgte%5D=2026-11-21T00%3A00%3A00Z"
                                + "&date_created%5Blt%5D=2026-11-22T00%3A00%3A00Z&order=asc");
    }

    @Test
    void publishes_data_byte_for_byte() {
        server.reply(201, "{\"id\":\"e1\",\"type\":\"user\",\"deliveries\":2}");
        Event event =
                client.events()
                        .publish(
                                NewEvent.of("user.updated")
                                        .entityId(7)
                                        .dataJson("{\"a\\/b\": 9007199254740993, \"é\":1.0}")
                                        .idempotencyKey("k"));
        assertThat(event.deliveries()).isEqualTo(2);
        assertThat(server.lines())
                .containsExactly(
                        "POST /events {\"type\":\"user.updated\",\"entity_id\":7,"
                                + "\"data\":{\"a\\/b\": 9007199254740993, \"é\":1.0},"
                                + "\"idempotency_key\":\"k\"}");
    }

    @Test
    void publishing_again_after_a_lost_answer_uses_the_same_key() {
        server.dropConnection().reply(503, "{}").reply(201, "{\"id\":\"e1\",\"type\":\"user\"}");
        client.events().publish(NewEvent.of("user.created"));
        assertThat(server.received())
                .hasSize(3)
                .first(InstanceOfAssertFactories.type(ScriptedServer.Received.class))
                .satisfies(first -> assertThat(server.received()).containsOnly(first))
                .satisfies(first -> assertThat(first.body()).contains("\"idempotency_key\":\""));
        assertThat(waits).containsExactly(250L, 500L);
    }

    @Test
    void a_batch_is_one_request_answered_in_order() {
        server.reply(201, page(false, "", "e1", "e2"));
        List<Event> events =
                client.events()
                        .publish(
                                List.of(
                                        NewEvent.of("a.b").idempotencyKey("1"),
                                        NewEvent.of("c.d").idempotencyKey("2")));
        assertThat(events).extracting(Event::id).containsExactly("e1", "e2");
        assertThat(server.lines())
                .containsExactly(
                        "POST /events [{\"type\":\"a.b\",\"idempotency_key\":\"1\"},"
                                + "{\"type\":\"c.d\",\"idempotency_key\":\"2\"}]");
    }

    @Test
    void lines_are_sent_as_they_are() {
        server.reply(201, page(false, "", "e1"));
        client.events().publishLines("{\"type\": \"a.b\"}\n".getBytes(UTF_8), false);
        assertThat(server.received().get(0).contentType()).isEqualTo("application/x-ndjson");
        assertThat(server.received().get(0).body()).isEqualTo("{\"type\": \"a.b\"}\n");
    }

    @Test
    void a_creation_of_unknown_outcome_is_not_repeated() {
        server.reply(503, "{\"error\":\"unavailable\",\"message\":\"Later.\"}");
        assertThatThrownBy(() -> client.webhookConfigs().create("https://r.example"))
                .isInstanceOf(PosthornException.class)
                .hasMessage("Later.");
        assertThat(server.lines()).hasSize(1);
    }

    @Test
    void waits_as_long_as_the_server_asks() {
        server.reply(429, "2", "{}").reply(200, "{\"pending\":4,\"due\":1}");
        Queue queue = client.queue();
        assertThat(queue.pending()).isEqualTo(4);
        assertThat(waits).containsExactly(2000L);
    }

    @Test
    void does_not_wait_longer_than_anyone_would() {
        server.reply(429, "3600", "{\"error\":\"limit-exceeded\",\"message\":\"Slow down.\"}");
        assertThatThrownBy(client::queue).hasMessage("Slow down.");
        assertThat(waits).isEmpty();
    }

    @Test
    void a_refusal_carries_code_sentence_and_fields() {
        server.reply(
                400,
                "{\"error\":\"invalid-parameter\",\"message\":\"One field is wrong.\","
                        + "\"params\":{\"events[3].type\":\"is missing\"}}");
        assertThatThrownBy(() -> client.events().publish(NewEvent.of("a")))
                .isInstanceOfSatisfying(
                        PosthornException.class,
                        e -> {
                            assertThat(e.status()).isEqualTo(400);
                            assertThat(e.error()).isEqualTo("invalid-parameter");
                            assertThat(e).hasMessage("One field is wrong.");
                            assertThat(e.params())
                                    .isEqualTo(Map.of("events[3].type", "is missing"));
                        });
    }

    @Test
    void an_answer_that_is_not_ours_says_so() {
        server.reply(200, "<html>hello</html>");
        assertThatThrownBy(client::queue).hasMessage("the answer is not JSON: is this Posthorn?");
    }

    @Test
    void nothing_listening_says_where() {
        String url = server.url();
        server.close();
        assertThatThrownBy(() -> clientOf(url).queue())
                .isInstanceOfSatisfying(
                        PosthornException.class,
                        e -> assertThat(e.error()).isEqualTo(PosthornException.UNREACHABLE))
                .hasMessage("nothing answers at " + url);
        assertThat(waits).containsExactly(250L, 500L);
    }

    @Test
    void without_retries_the_first_failure_is_final() {
        server.reply(503, "{\"error\":\"unavailable\",\"message\":\"Later.\"}");
        assertThatThrownBy(() -> client.withoutRetries().queue()).hasMessage("Later.");
        assertThat(server.lines()).hasSize(1);
    }

    @Test
    void secrets_do_not_show_in_text() {
        server.reply(201, CONFIG);
        assertThat(client.webhookConfigs().create("https://r.example").toString())
                .doesNotContain("whsec_");
    }

    @Test
    void makes_links_into_the_dashboard() {
        server.reply(
                200,
                "{\"resource\":\"portal\",\"organisation\":\"o1\",\"url\":\"https://p.example/x\","
                        + "\"scope\":\"read\",\"date_expires\":\"2026-11-22T11:00:00.000Z\"}");
        Portal portal = client.organisations().portal("acme", Map.of("expires_s", 60));
        assertThat(portal)
                .isEqualTo(
                        new Portal(
                                "o1",
                                "https://p.example/x",
                                "read",
                                Instant.parse("2026-11-22T11:00:00Z")));
        assertThat(portal.toString()).doesNotContain("p.example");
        assertThat(server.lines())
                .containsExactly("POST /organisations/acme/portal {\"expires_s\":60}");
    }

    @Test
    void shows_the_nodes() {
        server.reply(
                200,
                "{\"resource\":\"cluster\",\"pending\":7,\"in_flight\":2,\"lag_ms\":30,\"nodes\":[{"
                        + "\"name\":\"a\",\"version\":\"1\",\"state\":\"ready\",\"shards\":1,"
                        + "\"disk_free_bytes\":9,\"database_bytes\":8}]}");
        assertThat(client.cluster())
                .isEqualTo(
                        new Cluster(
                                7,
                                2,
                                30,
                                List.of(new Cluster.Node("a", "1", "ready", null, 1, 9, 8))));
    }

    private static String page(boolean more, String nextAfter, String... ids) {
        var items = new ArrayList<String>();
        for (String id : ids) {
            items.add(
                    "{\"id\":\"%s\",\"event\":\"e\",\"webhook_config\":\"c\",\"type\":\"t\",\"state\":\"failed\"}"
                            .formatted(id));
        }
        String next = nextAfter.isEmpty() ? "" : ",\"next_after_id\":\"" + nextAfter + "\"";
        return "{\"resource\":\"list\",\"data\":%s,\"has_more\":%s%s}".formatted(items, more, next);
    }
}
