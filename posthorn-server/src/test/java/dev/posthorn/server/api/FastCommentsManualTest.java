package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.server.api.ToldReceiver.Came;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the fourth manual promises, over HTTP at a whole server. */
class FastCommentsManualTest {
    private static final String SECRET = "an API secret of our own";

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

    private static int checksToken(Came request) {
        return request.token().equals(SECRET) ? 200 : 401;
    }

    private ApiCall.Answer made(ToldReceiver receiver, String types) {
        return server.call()
                .with("Ricloud-Await", "10")
                .post(
                        "/configs/webhook",
                        "{'url':'"
                                + receiver.url()
                                + "','profile':'fastcomments','secret':'"
                                + SECRET
                                + "','event_types':"
                                + types
                                + "}");
    }

    @Test
    void tests_every_type_with_a_right_and_a_wrong_token_and_is_verified() {
        try (ToldReceiver receiver = new ToldReceiver(FastCommentsManualTest::checksToken)) {
            ApiCall.Answer made = made(receiver, "['comment.*']");
            assertThat(made.at("state")).isEqualTo("valid");
            assertThat(made.json().get("verified").booleanValue()).isTrue();
            List<Came> calls = Stream.generate(receiver::next).limit(6).toList();
            assertThat(calls)
                    .extracting(call -> call.method() + " " + call.token().equals(SECRET))
                    .containsExactly(
                            "PUT true",
                            "PUT false",
                            "PUT true",
                            "PUT false",
                            "DELETE true",
                            "DELETE false");
            assertThat(calls.get(0).body()).contains("\"commentHTML\":", "\"urlId\":");
            assertThat(calls.get(4).body()).matches("\\{\"id\":\"[^\"]+\"}");
        }
    }

    @Test
    void refuses_a_receiver_that_answers_200_to_a_wrong_token() {
        try (ToldReceiver receiver = new ToldReceiver(_ -> 200)) {
            ApiCall.Answer made = made(receiver, "['comment.created']");
            assertThat(made.at("state")).isEqualTo("invalid");
            assertThat(made.json().get("verified").booleanValue()).isFalse();
            ApiCall.Answer task = server.call().get("/tasks");
            assertThat(task.text()).contains("401", "200", "'passed':false");
        }
    }

    @Test
    void puts_what_was_created_or_updated_and_deletes_with_the_id_alone() {
        try (ToldReceiver receiver = new ToldReceiver(FastCommentsManualTest::checksToken)) {
            made(receiver, "['comment.*']");
            receiver.forget();
            for (String action : List.of("created", "updated", "deleted")) {
                server.call()
                        .post(
                                "/events",
                                "{'type':'comment."
                                        + action
                                        + "','data':{'id':'c1','comment':'Hi'}}");
                Came call = receiver.next();
                boolean deleted = action.equals("deleted");
                assertThat(call)
                        .isEqualTo(
                                new Came(
                                        deleted ? "DELETE" : "PUT",
                                        SECRET,
                                        deleted
                                                ? "{\"id\":\"c1\"}"
                                                : "{\"id\":\"c1\",\"comment\":\"Hi\"}"));
            }
        }
    }

    @Test
    void shows_what_is_waiting_when_a_receiver_fails() {
        try (ToldReceiver receiver =
                new ToldReceiver(call -> call.body().contains("fail") ? 500 : checksToken(call))) {
            made(receiver, "['comment.created']");
            receiver.forget();
            server.call().post("/events", "{'type':'comment.created','data':{'id':'fail'}}");
            receiver.next();
            assertThat(server.call().get("/queue").at("pending")).isEqualTo("1");
        }
    }
}
