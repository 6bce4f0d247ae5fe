package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.server.api.ToldReceiver.Came;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** That the log shows what was really sent and what really came back, at a whole server. */
class SentAndLoggedTest {
    private static final int KEPT = 16 * 1024;

    @TempDir private Path folder = Path.of("");
    private WholeServer server;

    @BeforeEach
    void start() {
        server = WholeServer.start(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_attempt_shows_what_the_receiver_got_with_secrets_masked() {
        try (ToldReceiver receiver = new ToldReceiver(_ -> 200)) {
            String endpoint =
                    endpoint(
                            receiver.url(),
                            "'profile':'fastcomments','options':{'forged_test':false},"
                                    + "'event_types':['comment.created'],"
                                    + "'headers':{'X-Api-Key':'hidden','X-Shown':'yes'}");
            receiver.forget();

            String event = publish("{'type':'comment.created','data':{'id':'c1','comment':'é'}}");
            Came came = receiver.next();
            JsonNode attempt = attempts(endpoint, "scheduled").getFirst();

            JsonNode request = attempt.get("request");
            assertThat(request.get("method").asString()).isEqualTo(came.method()).isEqualTo("PUT");
            assertThat(request.get("url").asString()).isEqualTo(receiver.url());
            assertThat(request.get("body").asString()).isEqualTo(came.body());
            JsonNode headers = request.get("headers");
            assertThat(headers.get("token").asString()).isEqualTo("***");
            assertThat(headers.get("X-Api-Key").asString()).isEqualTo("***");
            assertThat(headers.get("X-Shown").asString()).isEqualTo("yes");
            assertThat(headers.get("webhook-id").asString()).isEqualTo(event);
            assertThat(headers.get("webhook-signature").asString()).startsWith("v1,");
            assertThat(attempt.get("event").asString()).isEqualTo(event);
            assertThat(attempt.get("number").intValue()).isOne();
            assertThat(attempt.get("ip").asString()).isEqualTo("127.0.0.1");
            assertThat(attempt.get("error").isNull()).isTrue();
            assertThat(attempt.get("response").get("status").intValue()).isEqualTo(200);
            assertThat(attempt.get("timings_ms").get("total").doubleValue()).isPositive();
            assertThat(attempt.get("timings_ms").get("tls").isNull()).isTrue();
        }
    }

    @Test
    void of_a_long_answer_and_of_a_long_body_in_lists_16_kib_are_shown() {
        byte[] answer = "a".repeat(KEPT + 1).getBytes(StandardCharsets.US_ASCII);
        try (ToldReceiver receiver = new ToldReceiver(_ -> 200, answer)) {
            String endpoint = endpoint(receiver.url(), "'profile':'standard'");
            receiver.forget();

            publish("{'type':'user.updated','data':{'long':'" + "b".repeat(KEPT) + "'}}");
            Came came = receiver.next();
            JsonNode listed = attempts(endpoint, "scheduled").getFirst();
            JsonNode single = server.call().get("/attempts/" + listed.get("id").asString()).json();

            assertThat(listed.get("request").get("body").asString()).hasSize(KEPT);
            assertThat(listed.get("request").get("truncated").booleanValue()).isTrue();
            assertThat(single.get("request").get("body").asString()).isEqualTo(came.body());
            assertThat(single.get("request").get("truncated").booleanValue()).isFalse();
            assertThat(single.get("response").get("body").asString()).isEqualTo("a".repeat(KEPT));
            assertThat(single.get("response").get("truncated").booleanValue()).isTrue();
        }
    }

    @Test
    void without_an_answer_it_says_why_and_the_delivery_when_it_is_tried_again() throws Exception {
        String endpoint = operators("http://127.0.0.1:" + freePort() + "/in");

        publish("{'type':'user.updated','data':{}}");
        JsonNode attempt = attempts(endpoint, "scheduled").getFirst();
        JsonNode delivery =
                server.call().get("/deliveries/" + attempt.get("delivery").asString()).json();

        assertThat(attempt.get("response").isNull()).isTrue();
        assertThat(attempt.get("error").get("code").asString()).isEqualTo("connection-refused");
        assertThat(attempt.get("error").get("message").asString()).isNotBlank();
        assertThat(delivery.get("state").asString()).isEqualTo("pending");
        assertThat(delivery.get("held").booleanValue()).isFalse();
        assertThat(delivery.get("attempts").intValue()).isOne();
        assertThat(delivery.get("next_attempt").asString())
                .isGreaterThan(attempt.get("date_started").asString());
        assertThat(delivery.get("last_status").isNull()).isTrue();
        assertThat(delivery.get("last_error").asString()).isEqualTo("connection-refused");
        assertThat(delivery.get("date_completed").isNull()).isTrue();

        ApiCall.Answer cancelled =
                server.call()
                        .with("Ricloud-Await", "5")
                        .post("/deliveries/" + delivery.get("id").asString() + "/cancel", "");
        assertThat(cancelled.text())
                .contains(
                        "'state':'cancelled'",
                        "'next_attempt':null",
                        "'last_error':'connection-refused'",
                        "'reason':'cancelled'");
    }

    @Test
    void an_attempt_says_why_it_was_made() {
        try (ToldReceiver receiver = new ToldReceiver(_ -> 200)) {
            String endpoint = endpoint(receiver.url(), "'profile':'standard'");
            assertThat(attempts(endpoint, "test").getFirst().get("delivery").isNull()).isTrue();

            publish("{'type':'user.updated','data':{}}");
            String delivery = attempts(endpoint, "scheduled").getFirst().get("delivery").asString();
            server.call().post("/deliveries/" + delivery + "/resend", "");
            assertThat(attempts(endpoint, "resend").getFirst().get("number").intValue())
                    .isEqualTo(2);
            server.call()
                    .post(
                            "/configs/webhook/" + endpoint + "/replay",
                            "{'since':'2020-01-01T00:00:00Z','state':'all'}");
            assertThat(attempts(endpoint, "replay").getFirst().get("number").intValue())
                    .isEqualTo(3);

            ApiCall.Answer ofDelivery = server.call().get("/deliveries/" + delivery + "/attempts");
            assertThat(ofDelivery.each("trigger")).containsExactly("replay", "resend", "scheduled");
            assertThat(server.call().get("/attempts?limit=1&delivery=" + delivery).each("trigger"))
                    .containsExactly("replay");
        }
    }

    private String endpoint(String url, String fields) {
        ApiCall.Answer made =
                server.call()
                        .with("Ricloud-Await", "10")
                        .post("/configs/webhook", "{'url':'" + url + "'," + fields + "}");
        assertThat(made.at("state")).isEqualTo("valid");
        return made.at("id");
    }

    /** Valid without a test: nobody answers there. */
    private String operators(String url) {
        ApiCall.Answer made =
                new ApiCall(server.posthorn().port(), server.posthorn().adminToken())
                        .post(
                                "/configs/webhook",
                                "{'url':'" + url + "','profile':'standard','test':false}");
        assertThat(made.at("state")).isEqualTo("valid");
        return made.at("id");
    }

    private String publish(String event) {
        return server.call().post("/events", event).at("id");
    }

    /** Waits for the first attempt of that kind, which is logged after the receiver has it. */
    private List<JsonNode> attempts(String endpoint, String trigger) {
        for (int i = 0; i < 10_000; i++) {
            List<JsonNode> found =
                    server
                            .call()
                            .get("/attempts?webhook_config=" + endpoint)
                            .json()
                            .get("data")
                            .values()
                            .stream()
                            .filter(one -> one.get("trigger").asString().equals(trigger))
                            .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        throw new AssertionError("no attempt of the kind " + trigger);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
