package dev.posthorn.server.api.resource;

import static dev.posthorn.server.api.resource.Shown.ENDPOINT;
import static dev.posthorn.server.api.resource.Shown.NOW_TEXT;
import static dev.posthorn.server.api.resource.Shown.ORGANISATION;
import static dev.posthorn.server.api.resource.Shown.endpoint;
import static dev.posthorn.server.api.resource.Shown.id;
import static dev.posthorn.server.api.resource.Shown.json;
import static dev.posthorn.server.api.resource.Shown.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.endpoint.TestRecord;
import dev.posthorn.core.health.Missed;
import dev.posthorn.core.retry.RetrySchedule;
import dev.posthorn.core.signature.Ed25519Keys;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.server.api.json.JsonWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndpointFieldsTest {
    private static final EndpointFields FIELDS = new EndpointFields();

    @Test
    void an_endpoint_with_nothing_but_a_url() {
        Endpoint plain =
                endpoint(EndpointSettings.of("https://example.com", "ricloud"), EndpointState.NEW);

        assertThat(one(new EndpointView(plain, "nothing", Missed.NONE, true), FIELDS))
                .isEqualTo(
                        json(
                                """
                                {"id":%s,"resource":"webhook_config","uid":null,"organisation":%s,
                                "url":"https://example.com","secret":"whsec_c2VjcmV0",
                                "public_key":null,"state":"new","state_reason":null,
                                "verified":false,"receives":"nothing","tests":{},"name":null,
                                "description":null,"profile":"ricloud","event_types":null,
                                "channels":[],"headers":{},"auth":null,"options":{"append_event_id":true},
                                "retry":null,"rate_limit":null,"max_in_flight":null,
                                "ordering":"none","timeout_ms":null,"paused":false,"metadata":{},"operational":null,"missed":{"events":0,"since":null},
                                "date_created":"%s","date_updated":"%s","date_tested":null}
                                """,
                                id(ENDPOINT.seq()), id(ORGANISATION.seq()), NOW_TEXT, NOW_TEXT));
    }

    @Test
    void an_endpoint_with_everything() {
        Endpoint full = endpoint(settings(), EndpointState.VALID);
        var found =
                new TestRecord(
                        Map.of(
                                "comment.created",
                                new TestRecord.TypeTest(Shown.NOW, true, "Fine.")),
                        null);
        full = full.tested(EndpointState.VALID, "tested", true, found, Shown.NOW);

        assertThat(one(new EndpointView(full, "x", Missed.NONE, true), FIELDS))
                .endsWith(
                        json(
                                """
                                "state":"valid","state_reason":"tested","verified":true,
                                "receives":"x","tests":{"comment.created":{"date":"%s",
                                "passed":true,"message":"Fine."}},"name":"N","description":"D",
                                "profile":"fastcomments","event_types":["comment.*"],
                                "channels":["c"],"headers":{"X-Api-Key":"***","X-Place":"here"},"auth":null,
                                "options":{"methods":{"created":"POST"},"delete_body":"full",
                                "forged_test":true},"retry":{"unit_s":60,"attempts":99,
                                "stop_on":[404,410]},"rate_limit":0.5,"max_in_flight":7,
                                "ordering":"fifo","timeout_ms":2500,"paused":true,
                                "metadata":{"a":"1","b":"2"},"operational":null,"missed":{"events":0,"since":null},"date_created":"%s",
                                "date_updated":"%s","date_tested":"%s"}
                                """,
                                NOW_TEXT, NOW_TEXT, NOW_TEXT, NOW_TEXT));
    }

    @Test
    void who_may_only_read_sees_no_secret() {
        Endpoint full = endpoint(settings(), EndpointState.VALID);

        assertThat(one(new EndpointView(full, "x", Missed.NONE, false), FIELDS))
                .contains("\"secret\":null,")
                .contains("\"headers\":{\"X-Api-Key\":\"***\",\"X-Place\":\"here\"}")
                .doesNotContain("whsec_", "hunter2");
    }

    @Test
    void an_ed25519_endpoint_shows_its_public_key_alone() {
        Secret pair = Ed25519Keys.generated(new byte[32]);
        var secrets = new EndpointSecrets(new Secret("whsec_c2VjcmV0"), List.of(), pair);
        Endpoint endpoint =
                endpoint(EndpointSettings.of("https://example.com", "standard"), EndpointState.NEW)
                        .withSecrets(secrets, Shown.NOW);

        assertThat(one(new EndpointView(endpoint, "x", Missed.NONE, true), FIELDS))
                .contains("\"public_key\":\"" + Ed25519Keys.publicKey(pair) + "\"")
                .doesNotContain("whsk_");
    }

    @Test
    void waits_are_in_seconds() {
        var json = new JsonWriter(Shown.IDS);
        var waits =
                new RetrySchedule.Waits(List.of(Duration.ofMillis(1500), Duration.ofMinutes(5)), 0);

        RetryJson.write(waits, Set.of(), json);

        assertThat(new String(json.toBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("\"retry\":{\"waits_s\":[1.5,300],\"stop_on\":[]}");
    }

    private static EndpointSettings settings() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Api-Key", "hunter2");
        headers.put("X-Place", "here");
        return new EndpointSettings(
                "https://example.com/é",
                "N",
                "D",
                "fastcomments",
                List.of("comment.*"),
                List.of("c"),
                headers,
                new ProfileOptions(
                        true,
                        Map.of("created", "POST"),
                        ProfileOptions.DeleteBody.FULL,
                        ProfileOptions.Mode.STRUCTURED,
                        ProfileOptions.Signature.HMAC,
                        true),
                new RetrySchedule.Linear(Duration.ofMinutes(1), 99),
                Set.of(410, 404),
                0.5,
                7,
                Ordering.FIFO,
                Duration.ofMillis(2500),
                true,
                Map.of("b", "2", "a", "1"));
    }
}
