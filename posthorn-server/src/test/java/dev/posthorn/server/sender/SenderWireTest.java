package dev.posthorn.server.sender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.server.receivers.ReceivedRequest;
import dev.posthorn.server.receivers.Script;
import dev.posthorn.server.receivers.ScriptedReceiver;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What goes over the wire when all is well. */
class SenderWireTest {
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
    void sends_the_request_byte_by_byte_as_rendered() {
        byte[] body =
                "{\"a\":\"\u00e9\\/\",\"n\":12345678901234567890}".getBytes(StandardCharsets.UTF_8);
        try (var receiver = ScriptedReceiver.listening(Script.status(200))) {
            sender.send(
                    new OutgoingRequest(
                            "PUT",
                            receiver.url("/a%20b/?x[]=1"),
                            new String[] {"webhook-id", "1", "X-Two", "a", "X-Two", "b"},
                            body));

            assertThat(receiver.nextRequest())
                    .isEqualTo(
                            new ReceivedRequest(
                                    List.of(
                                            "PUT /a%20b/?x[]=1 HTTP/1.1",
                                            "host: 127.0.0.1:" + receiver.port(),
                                            "webhook-id: 1",
                                            "X-Two: a",
                                            "X-Two: b",
                                            "content-length: " + body.length),
                                    body));
        }
    }

    @Test
    void what_http_has_no_place_for_is_not_sent() {
        try (var receiver = ScriptedReceiver.listening(Script.status(200))) {
            String url = receiver.url("/");
            var broken =
                    new OutgoingRequest(
                            "POST", url, new String[] {"X-A", "a\r\nX-B: b"}, new byte[0]);

            assertThat(sender.send(broken).outcome())
                    .isEqualTo(
                            new Unreachable(
                                    Fault.OTHER,
                                    "The request cannot be sent: one of its headers, or its method,"
                                            + " is not valid in HTTP."));
            assertThat(sender.post(url).outcome()).isEqualTo(new Delivered(200));
            assertThat(receiver.nextRequest().header("X-B")).isEmpty();
        }
    }

    @Test
    void calls_back_on_its_loop_and_never_from_within_send() {
        assertThat(sender.callsBackLater("http://10.0.0.1/")).isTrue();
        assertThat(sender.callsBackLater("http://unknown.example.com/")).isTrue();
        assertThat(sender.callsBackLater("not a url")).isTrue();
    }

    @Test
    void reports_the_answer_as_it_came() {
        try (var receiver =
                ScriptedReceiver.listening(
                        Script.answering(
                                "HTTP/1.1 201 Created\r\nX-A: 1\r\nx-a: 2\r\nContent-Length: 5\r\n\r\nhello"))) {
            Exchange exchange = sender.post(receiver.url("/"));

            assertThat(exchange.outcome()).isEqualTo(new Delivered(201));
            assertThat(exchange.response())
                    .isEqualTo(
                            new Response(
                                    201,
                                    new String[] {"X-A", "1", "x-a", "2", "Content-Length", "5"},
                                    "hello".getBytes(StandardCharsets.UTF_8),
                                    false));
            assertThat(exchange.ip()).isEqualTo("127.0.0.1");
            assertThat(exchange.message()).isNull();
        }
    }
}
