package dev.posthorn.server.sender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.server.receivers.Conversation;
import dev.posthorn.server.receivers.Script;
import dev.posthorn.server.receivers.ScriptedReceiver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which connections carry a second request, and what happens when one dies in between. */
class KeptConnectionTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static TestSender sender;

    @BeforeAll
    static void start() {
        sender = TestSender.onLoopback();
    }

    @AfterAll
    static void stop() {
        sender.close();
    }

    @Test
    void requests_to_one_origin_go_over_one_connection() {
        try (var receiver = ScriptedReceiver.listening(Script.answering(OK))) {
            Exchange first = sender.post(receiver.url("/a"));
            Exchange second = sender.post(receiver.url("/b"));
            Exchange third = sender.post(receiver.url("/c"));

            assertThat(List.of(first.outcome(), second.outcome(), third.outcome()))
                    .containsOnly(new Delivered(200));
            assertThat(receiver.connections()).isEqualTo(1);
            assertThat(first.timings().connectMicros()).isNotNegative();
            assertThat(second.timings().connectMicros()).isEqualTo(-1);
            assertThat(second.timings().tlsMicros()).isEqualTo(-1);
            assertThat(second.ip()).isEqualTo("127.0.0.1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nConnection: Keep-Alive, Close\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n"
            })
    void a_receiver_that_says_close_gets_a_new_connection_each_time(String answer) {
        try (var receiver = ScriptedReceiver.listening(Script.answering(answer))) {
            sender.post(receiver.url("/"));
            sender.post(receiver.url("/"));

            assertThat(receiver.connections()).isEqualTo(2);
        }
    }

    @Test
    void reads_up_to_256_kib_to_keep_a_connection_and_no_more() {
        assertThat(connectionsForTwo("x".repeat(200_000))).isEqualTo(1);
        assertThat(connectionsForTwo("x".repeat(300_000))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_kept_connection_that_dies_under_a_request_is_replaced_without_a_word(boolean reset) {
        Script oneThenDie =
                conversation -> {
                    conversation.readRequest();
                    conversation.send(OK);
                    conversation.readRequest();
                    if (reset) {
                        conversation.reset();
                    }
                };
        try (var receiver = ScriptedReceiver.listening(oneThenDie, Script.answering(OK))) {
            sender.post(receiver.url("/"));
            Exchange second = sender.post(receiver.url("/"));

            assertThat(second.outcome()).isEqualTo(new Delivered(200));
            assertThat(receiver.connections()).isEqualTo(2);
            assertThat(second.timings().connectMicros()).isNotNegative();
        }
    }

    @Test
    void replaced_once_only_and_never_when_fresh() {
        Script oneThenDie =
                conversation -> {
                    conversation.readRequest();
                    conversation.send(OK);
                    conversation.readRequest();
                };
        Script die = Conversation::readRequest;
        try (var receiver = ScriptedReceiver.listening(oneThenDie, die)) {
            sender.post(receiver.url("/"));
            Exchange second = sender.post(receiver.url("/"));

            assertThat(second.outcome())
                    .isInstanceOfSatisfying(
                            Unreachable.class,
                            it -> assertThat(it.fault()).isEqualTo(Fault.CONNECTION_RESET));
            assertThat(receiver.connections()).isEqualTo(2);
        }
    }

    @Test
    void not_replaced_once_the_receiver_began_to_answer() {
        Script oneThenHalf =
                conversation -> {
                    conversation.readRequest();
                    conversation.send(OK);
                    conversation.readRequest();
                    conversation.send("HTTP/1.1 2");
                };
        try (var receiver = ScriptedReceiver.listening(oneThenHalf, Script.answering(OK))) {
            sender.post(receiver.url("/"));
            Exchange second = sender.post(receiver.url("/"));

            assertThat(second.outcome())
                    .isInstanceOfSatisfying(
                            Unreachable.class,
                            it -> assertThat(it.fault()).isEqualTo(Fault.CONNECTION_RESET));
            assertThat(receiver.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_connection_whose_request_timed_out_is_not_used_again() {
        Script oneThenHang =
                conversation -> {
                    conversation.readRequest();
                    conversation.send(OK);
                    conversation.hang();
                };
        Duration tight = Duration.ofMillis(200);
        try (var receiver = ScriptedReceiver.listening(oneThenHang, Script.answering(OK))) {
            sender.post(receiver.url("/"));
            Exchange second = sender.post(receiver.url("/"), tight);
            Exchange third = sender.post(receiver.url("/"));

            assertThat(second.outcome()).isEqualTo(new TimedOut(tight));
            assertThat(third.outcome()).isEqualTo(new Delivered(200));
            assertThat(receiver.connections()).isEqualTo(2);
        }
    }

    @Test
    void an_answer_before_the_request_has_left_whole_ends_the_connection() {
        Script early =
                conversation -> {
                    conversation.readHead();
                    conversation.send("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
                    conversation.ignore();
                };
        try (var receiver = ScriptedReceiver.listening(early, Script.answering(OK))) {
            String url = receiver.url("/");
            Exchange first =
                    TestSender.await(
                            sender.start(
                                    TestSender.request("POST", url, "x".repeat(16_000_000)),
                                    TestSender.DEADLINE));
            Exchange second = sender.post(url);

            assertThat(first.outcome().status()).isEqualTo(413);
            assertThat(second.outcome()).isEqualTo(new Delivered(200));
            assertThat(receiver.connections()).isEqualTo(2);
        }
    }

    @Test
    void closes_a_connection_after_4_s_without_a_request() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Script answerAndWait =
                conversation -> {
                    conversation.readRequest();
                    conversation.send(OK);
                    conversation.hang();
                    closed.countDown();
                };
        try (var own = TestSender.onLoopback();
                var receiver = ScriptedReceiver.listening(answerAndWait)) {
            own.post(receiver.url("/"));
            own.advance(Limits.IDLE);

            assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void uses_no_connection_that_waited_4_s() {
        try (var own = TestSender.onLoopback();
                var receiver = ScriptedReceiver.listening(Script.answering(OK))) {
            own.post(receiver.url("/"));
            own.advance(Limits.IDLE);
            own.post(receiver.url("/"));

            assertThat(receiver.connections()).isEqualTo(2);
        }
    }

    @Test
    void uses_no_connection_for_longer_than_a_minute() {
        try (var own = TestSender.onLoopback();
                var receiver = ScriptedReceiver.listening(Script.answering(OK))) {
            for (int seconds = 0; seconds <= 60; seconds += 3) {
                own.post(receiver.url("/"));
                own.advance(Duration.ofSeconds(3));
            }

            assertThat(receiver.connections()).isEqualTo(2);
        }
    }

    @Test
    void nobody_waits_for_a_connection() {
        int requests = 200;
        CountDownLatch arrived = new CountDownLatch(requests);
        Script answerWhenAllAreHere =
                conversation -> {
                    conversation.readRequest();
                    arrived.countDown();
                    if (isThere(arrived)) {
                        conversation.send(OK);
                    }
                    conversation.hang();
                };
        try (var receiver = ScriptedReceiver.listening(answerWhenAllAreHere)) {
            List<CompletableFuture<Exchange>> exchanges = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                exchanges.add(
                        sender.start(
                                TestSender.request("POST", receiver.url("/"), "{}"),
                                Duration.ofSeconds(15)));
            }
            assertThat(exchanges)
                    .allSatisfy(each ->
                            assertThat(TestSender.await(each).outcome())
                                    .isEqualTo(new Delivered(200)));
            assertThat(receiver.connections()).isEqualTo(requests);
        }
    }

    private static boolean isThere(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int connectionsForTwo(String body) {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try (var receiver = ScriptedReceiver.listening(Script.answering(answer))) {
            sender.post(receiver.url("/"));
            sender.post(receiver.url("/"));
            return receiver.connections();
        }
    }
}
