package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever arrives is taken or refused; it never breaks anything, and what is refused leaves no
 * trace.
 */
class ApiFuzzTest {
    private static final int ROUNDS = 600;
    private static final String EVENT =
            "[{\"type\":\"user\",\"action\":\"updated\",\"entity_id\":7,\"data\":{\"a\":[1,\"é\"]}},"
                    + "{\"type\":\"b\",\"data\":{},\"channels\":[\"x\"],\"idempotency_key\":null}]";
    private static final String ENDPOINT =
            "{\"url\":\"https://example.com/\",\"event_types\":[\"a.*\"],\"headers\":{\"X-A\":\"b\"},"
                    + "\"retry\":{\"waits_s\":[5,300],\"stop_on\":[410]},\"rate_limit\":1.5,"
                    + "\"options\":{\"append_event_id\":false},\"profile\":\"ricloud\","
                    + "\"metadata\":{\"k\":\"v\"},\"paused\":true,\"timeout_ms\":5000}";
    private static final List<String> PARAMETERS =
            List.of(
                    "limit",
                    "after_id",
                    "before_id",
                    "order",
                    "state",
                    "type",
                    "organisation",
                    "date_created",
                    "date_created[gte]",
                    "date_created__lt",
                    "entity_id",
                    "x");
    private static final List<String> VALUES =
            List.of(
                    "",
                    "0",
                    "1",
                    "-1",
                    "99999999999",
                    "asc",
                    "pending",
                    "acme",
                    "user.updated",
                    "2026-11-22T04:29:00Z",
                    "+999999999-12-31T23:59:59Z",
                    "2026-13-40",
                    "\"7\"",
                    "019ab1c2-0000-7000-8000-000000000000",
                    "é\u0000\uFFFF",
                    "%",
                    "[]",
                    "null");

    private static ApiFixture api;

    private final long seed = Long.getLong("posthorn.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeAll
    static void start() {
        api = new ApiFixture();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void survives_any_publishing_body() {
        int stored = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = mutated(EVENT);
            ApiCall.Answer answer = api.as("acme-publish").call("POST", "/events", body);
            stored += answer.status() == 201 ? events(answer) : 0;
            assertThat(answer.status()).as(what(body)).isIn(201, 400, 413);
            assertThat(api.journal.accepted()).as(what(body)).hasSize(stored);
        }
    }

    /** A batch answers a list, one event itself. */
    private static int events(ApiCall.Answer answer) {
        return answer.json().has("data") ? answer.json().get("data").size() : 1;
    }

    @Test
    void survives_any_description_of_an_endpoint() {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = mutated(ENDPOINT);
            int before = api.directory.endpoints().size();
            int status = api.as("acme-manage").call("POST", "/configs/webhook", body).status();
            assertThat(status).as(what(body)).isIn(201, 400);
            assertThat(api.directory.endpoints())
                    .as(what(body))
                    .hasSize(status == 201 ? before + 1 : before);
        }
    }

    @Test
    void survives_any_query() {
        List<String> lists =
                List.of(
                        "/events",
                        "/deliveries",
                        "/attempts",
                        "/tasks",
                        "/keys",
                        "/configs/webhook");
        for (int round = 0; round < ROUNDS; round++) {
            String path =
                    lists.get(random.nextInt(lists.size())) + "?" + parameter() + "&" + parameter();
            assertThat(api.as("acme-all").get(path).status())
                    .as("-Dposthorn.seed=" + seed + " " + path)
                    .isIn(200, 400);
        }
    }

    private String parameter() {
        String value = VALUES.get(random.nextInt(VALUES.size()));
        return URLEncoder.encode(
                        PARAMETERS.get(random.nextInt(PARAMETERS.size())), StandardCharsets.UTF_8)
                + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private String what(byte[] body) {
        return "-Dposthorn.seed=" + seed + " " + new String(body, StandardCharsets.ISO_8859_1);
    }

    /** Some bytes changed, cut out or repeated. */
    private byte[] mutated(String whole) {
        byte[] body = whole.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(body.length);
            int to = Math.min(body.length, at + 1 + random.nextInt(12));
            switch (random.nextInt(3)) {
                case 0 -> body[at] = (byte) random.nextInt(256);
                case 1 -> body = joined(body, 0, at, to, body.length);
                default -> body = joined(body, 0, to, at, body.length);
            }
        }
        return body;
    }

    private static byte[] joined(byte[] body, int from, int to, int again, int end) {
        byte[] head = Arrays.copyOfRange(body, from, to);
        byte[] joined = Arrays.copyOf(head, head.length + end - again);
        System.arraycopy(body, again, joined, head.length, end - again);
        return joined.length == 0 ? new byte[] {'x'} : joined;
    }
}
