package dev.posthorn.server.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Blocked;
import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.AttemptOutcome.Rejected;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.endpoint.EndpointAuth.ClientAuthentication;
import dev.posthorn.core.endpoint.EndpointAuth.OAuth2;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.server.receivers.Conversation;
import dev.posthorn.server.receivers.ReceivedRequest;
import dev.posthorn.server.receivers.Script;
import dev.posthorn.server.receivers.ScriptedReceiver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receivers that want a token of their own server, and what that server may do. */
class TokenSenderTest {
    private final AtomicInteger asked = new AtomicInteger();
    private TokenLoop loop;

    @BeforeEach
    void start() {
        loop = new TokenLoop();
    }

    @AfterEach
    void stop() {
        loop.close();
    }

    @Test
    void asks_for_a_token_and_keeps_it() {
        try (var tokens = ScriptedReceiver.listening(numbered(3600));
                var receiver = ScriptedReceiver.listening(Script.status(200))) {
            OAuth2 client = client(tokens, ClientAuthentication.BASIC);

            assertThat(outcome(receiver, client)).isEqualTo(new Delivered(200));
            assertThat(outcome(receiver, client)).isEqualTo(new Delivered(200));

            assertThat(sentTokens(receiver, 2)).containsExactly("Bearer t1", "Bearer t1");
            ReceivedRequest request = tokens.nextRequest();
            assertThat(asked).hasValue(1);
            assertThat(request.requestLine()).isEqualTo("POST /token HTTP/1.1");
            assertThat(request.header("authorization")).contains("Basic bWU6YSUyQmI=");
            assertThat(new String(request.body(), UTF_8))
                    .isEqualTo("grant_type=client_credentials&scope=a+b");
        }
    }

    @Test
    void puts_the_clients_secret_into_the_form_where_that_is_wanted() {
        try (var tokens = ScriptedReceiver.listening(numbered(3600));
                var receiver = ScriptedReceiver.listening(Script.status(200))) {
            outcome(receiver, client(tokens, ClientAuthentication.POST));

            ReceivedRequest request = tokens.nextRequest();
            assertThat(request.header("authorization")).isEmpty();
            assertThat(new String(request.body(), UTF_8))
                    .isEqualTo(
                            "grant_type=client_credentials&scope=a+b&client_id=me"
                                    + "&client_secret=a%2Bb");
        }
    }

    @Test
    void asks_once_for_all_who_wait() {
        try (var tokens = ScriptedReceiver.listening(numbered(3600));
                var receiver = ScriptedReceiver.listening(Script.status(200))) {
            OAuth2 client = client(tokens, ClientAuthentication.BASIC);
            List<CompletableFuture<AttemptOutcome>> all =
                    Stream.generate(() -> loop.start(receiver.url("/"), client, TokenLoop.DEADLINE))
                            .limit(20)
                            .toList();

            assertThat(all.stream().map(TokenLoop::await)).containsOnly(new Delivered(200));
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void asks_again_shortly_before_it_expires() {
        try (var tokens = ScriptedReceiver.listening(numbered(3600));
                var receiver = ScriptedReceiver.listening(Script.status(200))) {
            OAuth2 client = client(tokens, ClientAuthentication.BASIC);
            outcome(receiver, client);
            loop.advance(Duration.ofSeconds(3530));
            outcome(receiver, client);
            loop.advance(Duration.ofSeconds(20));
            outcome(receiver, client);

            assertThat(sentTokens(receiver, 3))
                    .containsExactly("Bearer t1", "Bearer t1", "Bearer t2");
        }
    }

    @Test
    void asks_again_once_when_the_receiver_takes_the_kept_one_no_more() {
        try (var tokens = ScriptedReceiver.listening(numbered(3600));
                var receiver = ScriptedReceiver.listening(refusingTheSecond())) {
            OAuth2 client = client(tokens, ClientAuthentication.BASIC);

            assertThat(outcome(receiver, client)).isEqualTo(new Delivered(200));
            assertThat(outcome(receiver, client)).isEqualTo(new Delivered(200));
            assertThat(sentTokens(receiver, 3))
                    .containsExactly("Bearer t1", "Bearer t1", "Bearer t2");
        }
    }

    @Test
    void does_not_hunt_for_tokens_a_receiver_never_takes() {
        try (var tokens = ScriptedReceiver.listening(numbered(3600));
                var receiver = ScriptedReceiver.listening(Script.status(401))) {
            OAuth2 client = client(tokens, ClientAuthentication.BASIC);

            for (int i = 0; i < 10; i++) {
                assertThat(outcome(receiver, client)).isEqualTo(new Rejected(401, null));
            }
            assertThat(asked).hasValue(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "401 | {\"error\":\"invalid_client\"} | answered 401 (invalid_client).",
                "400 | {\"error\":\"<b>token canary\"} | answered 400.",
                "302 | {} | answered 302.",
                "500 | oops | answered 500.",
                "200 | hello | answered 200 without a JSON object.",
                "200 | [] | answered 200 without a JSON object.",
                "200 | {} | answered 200 without a usable access_token.",
                "200 | {\"access_token\":\"a\\r\\nX: y\"} | answered 200 without a usable access_token.",
                "200 | {\"access_token\":7} | answered 200 without a usable access_token.",
                "200 | {\"access_token\":\"t\",\"token_type\":\"mac\"} | gave a token that is no"
                        + " bearer token."
            })
    void says_why_there_is_no_token(int status, String body, String what) {
        try (var tokens = ScriptedReceiver.listening(Script.answering(answer(status, body)))) {
            OAuth2 client = client(tokens, ClientAuthentication.BASIC);

            assertThat(loop.outcome("http://127.0.0.1:9/", client))
                    .isEqualTo(none("The token server 127.0.0.1:" + tokens.port() + " " + what));
        }
    }

    @Test
    void reads_no_more_of_an_answer_than_a_token_needs() {
        String endless = "{\"access_token\":\"" + "t".repeat(20_000) + "\"}";
        try (var tokens = ScriptedReceiver.listening(Script.answering(answer(200, endless)))) {
            assertThat(
                            loop.outcome(
                                    "http://127.0.0.1:9/",
                                    client(tokens, ClientAuthentication.BASIC)))
                    .isEqualTo(
                            none(
                                    "The token server 127.0.0.1:"
                                            + tokens.port()
                                            + " answered 200 without a JSON object."));
        }
    }

    @Test
    void a_server_that_hangs_takes_no_more_than_the_attempts_own_time() {
        Duration tight = Duration.ofMillis(200);
        try (var tokens = ScriptedReceiver.listening(Conversation::hang)) {
            OAuth2 client = client(tokens, ClientAuthentication.BASIC);

            assertThat(TokenLoop.await(loop.start("http://127.0.0.1:9/", client, tight)))
                    .isInstanceOfSatisfying(
                            Unreachable.class,
                            outcome ->
                                    assertThat(outcome.message())
                                            .contains("did not answer within 200 ms."));
        }
    }

    @Test
    void a_server_that_gave_none_is_left_alone_for_a_moment() {
        try (var tokens = ScriptedReceiver.listening(refusing())) {
            OAuth2 client = client(tokens, ClientAuthentication.BASIC);

            for (int i = 0; i < 10; i++) {
                assertThat(loop.outcome("http://127.0.0.1:9/", client))
                        .isInstanceOf(Unreachable.class);
            }
            assertThat(asked).hasValue(1);
            loop.advance(Duration.ofSeconds(6));
            loop.outcome("http://127.0.0.1:9/", client);
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void asks_no_server_where_no_receiver_may_be() {
        OAuth2 client =
                new OAuth2(
                        "http://169.254.169.254/token",
                        "me",
                        new Secret("s"),
                        null,
                        null,
                        ClientAuthentication.BASIC);

        assertThat(loop.outcome("http://127.0.0.1:9/", client))
                .isInstanceOfSatisfying(
                        Blocked.class,
                        blocked ->
                                assertThat(blocked.message())
                                        .startsWith("The token URL is not allowed: "));
    }

    /** Gives t1, t2 and so on. */
    private Script numbered(int lifeS) {
        return conversation -> {
            while (conversation.readRequest()) {
                conversation.send(
                        answer(
                                200,
                                "{\"access_token\":\"t%d\",\"token_type\":\"bearer\",\"expires_in\":%d}"
                                        .formatted(asked.incrementAndGet(), lifeS)));
            }
        };
    }

    private Script refusing() {
        return conversation -> {
            while (conversation.readRequest()) {
                asked.incrementAndGet();
                conversation.send(answer(500, ""));
            }
        };
    }

    /** Answers 401 to the second request alone. */
    private static Script refusingTheSecond() {
        AtomicInteger served = new AtomicInteger();
        return conversation -> {
            while (conversation.readRequest()) {
                conversation.send(answer(served.incrementAndGet() == 2 ? 401 : 200, ""));
            }
        };
    }

    private static String answer(int status, String body) {
        return "HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private AttemptOutcome outcome(ScriptedReceiver receiver, OAuth2 client) {
        return loop.outcome(receiver.url("/"), client);
    }

    private static List<String> sentTokens(ScriptedReceiver receiver, int count) {
        return Stream.generate(receiver::nextRequest)
                .limit(count)
                .map(request -> request.header("authorization").orElse(""))
                .toList();
    }

    private static OAuth2 client(ScriptedReceiver tokens, ClientAuthentication way) {
        return new OAuth2(tokens.url("/token"), "me", new Secret("a+b"), "a b", null, way);
    }

    private static Unreachable none(String message) {
        return new Unreachable(Fault.NO_TOKEN, message);
    }
}
