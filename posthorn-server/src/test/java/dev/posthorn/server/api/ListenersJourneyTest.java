package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server as it is, and a listener that needs no URL. */
class ListenersJourneyTest {
    @TempDir Path folder;

    private static String answers(JsonNode request, String answer) {
        return "{'answers':[{'id':" + request.get("id").asLong() + "," + answer + "}]}";
    }

    private static String open(WholeServer server, String profile) {
        return server.call()
                .post("/listeners", "{'name':'laptop','profile':'" + profile + "'}")
                .at("id");
    }

    private static String publish(WholeServer server) {
        return server.call()
                .post("/events", "{'type':'user.updated','entity_id':7,'data':{'name':'Zoë 🐎'}}")
                .at("id");
    }

    private static ListenedStream stream(WholeServer server, String id) {
        return ListenedStream.open(server.posthorn().port(), server.token(), id);
    }

    @Test
    void what_a_listener_answers_is_the_outcome() {
        try (var server = WholeServer.start(folder)) {
            String id = open(server, "ricloud");
            try (var stream = stream(server, id)) {
                String event = publish(server);
                JsonNode request = stream.next();
                assertThat(request.get("method").asString()).isEqualTo("POST");
                assertThat(request.get("path").asString()).isEqualTo("/" + event);
                assertThat(request.at("/headers/webhook-id").asString()).isEqualTo(event);
                assertThat(request.get("body").asString()).contains("\"name\":\"Zoë 🐎\"");
                ApiCall.Answer taken =
                        server.call()
                                .post(
                                        "/listeners/" + id + "/answers",
                                        answers(
                                                request,
                                                "'status':202,'headers':{'X-By':'laptop'},"
                                                        + "'body':'thanks'"));
                assertThat(taken.text())
                        .isEqualTo("200 {'resource':'listener_answers','taken':1,'late':[]}");
                server.settled();
                JsonNode attempt = server.call().get("/attempts").json().get("data").get(0);
                assertThat(attempt.at("/request/url").asString())
                        .startsWith("listener://")
                        .endsWith("/laptop/" + event);
                assertThat(attempt.at("/request/body")).isEqualTo(request.get("body"));
                assertThat(attempt.at("/response/status").asInt()).isEqualTo(202);
                assertThat(attempt.at("/response/body").asString()).isEqualTo("thanks");
                assertThat(attempt.at("/response/headers/X-By").asString()).isEqualTo("laptop");
            }
        }
    }

    @Test
    void can_be_tested_like_any_endpoint() {
        try (var server = WholeServer.start(folder)) {
            String id = open(server, "standard");
            try (var stream = stream(server, id)) {
                String task = server.call().post("/configs/webhook/" + id + "/test", "").at("id");
                String path = "/listeners/" + id + "/answers";
                server.call().post(path, answers(stream.next(), "'status':200"));
                server.call().post(path, answers(stream.next(), "'status':401"));
                ApiCall waiting = server.call();
                JsonNode done = waiting.get("/tasks/" + task).json();
                while (List.of("pending", "processing").contains(done.get("state").asString())) {
                    done = waiting.get("/tasks/" + task).json();
                }
                assertThat(done.get("state").asString()).isEqualTo("succeeded");
                assertThat(waiting.get("/configs/webhook/" + id).at("verified")).isEqualTo("true");
            }
        }
    }

    @Test
    void goes_on_over_a_restart_of_the_server_and_loses_nothing() {
        String id;
        String event;
        try (var server = WholeServer.start(folder)) {
            id = open(server, "standard");
            try (var stream = stream(server, id)) {
                assertThat(stream).isNotNull();
            }
            event = publish(server);
        }
        try (var server = WholeServer.start(folder);
                var stream = stream(server, id)) {
            String seen = stream.next().at("/headers/webhook-id").asString();
            assertThat(seen).isEqualTo(event);
        }
    }

    @Test
    void a_stop_of_the_server_is_said_and_does_not_wait_for_listeners() {
        WholeServer server = WholeServer.start(folder);
        try (var stream = stream(server, open(server, "standard"))) {
            server.close();
            assertThat(stream.next().get("message").asString()).isEqualTo("the server is stopping");
            assertThat(stream.next().isMissingNode()).isTrue();
        }
    }

    @Test
    void ends_with_its_endpoint() {
        try (var server = WholeServer.start(folder)) {
            String id = open(server, "standard");
            try (var stream = stream(server, id)) {
                server.call().delete("/configs/webhook/" + id);
                assertThat(stream.next().get("message").asString())
                        .isEqualTo("its endpoint was deactivated or changed");
            }
        }
    }
}
