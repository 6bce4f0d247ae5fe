package dev.posthorn.server.api.resource;

import static dev.posthorn.server.api.resource.Shown.ENDPOINT;
import static dev.posthorn.server.api.resource.Shown.NOW_TEXT;
import static dev.posthorn.server.api.resource.Shown.id;
import static dev.posthorn.server.api.resource.Shown.json;
import static dev.posthorn.server.api.resource.Shown.one;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.log.AttemptEntry;
import dev.posthorn.core.profile.OutgoingRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptFieldsTest {
    private static final Exchange ANSWERED =
            new Exchange(
                    new AttemptOutcome.Rejected(503, null),
                    new Response(
                            503,
                            new String[] {"Retry-After", "7", "Via", "a", "Via", "b"},
                            "<b>\"sorry\"</b>".getBytes(UTF_8),
                            false),
                    new Timings(120, 1000, -1, 12_345, 20_000),
                    "192.0.2.7",
                    "It answered 503.");

    private final ScriptedSending sending = new ScriptedSending();

    @Test
    void shows_what_was_sent_and_what_came_back() {
        assertThat(one(sending.attempt("{\"a\":1}", ANSWERED), single()))
                .isEqualTo(
                        json(
                                """
                                {"id":%s,"resource":"attempt","delivery":%s,"event":%s,
                                "webhook_config":%s,"type":"user.updated","number":2,
                                "trigger":"resend","date_started":"%s",
                                "request":{"method":"POST","url":"https://example.com/2",
                                "headers":{"webhook-signature":"v1,abc","token":"***",
                                "X-Own-Secret":"***"},"body":"{\\"a\\":1}","truncated":false},
                                "response":{"status":503,"headers":{"Retry-After":"7",
                                "Via":"a, b"},"body":"<b>\\"sorry\\"</b>","truncated":false},
                                "error":null,
                                "timings_ms":{"dns":0.12,"connect":1,"tls":null,
                                "first_byte":12.345,"total":20},"ip":"192.0.2.7"}
                                """,
                                id(4), id(3), id(1), id(ENDPOINT.seq()), NOW_TEXT));
    }

    @Test
    void an_attempt_without_an_answer_says_why() {
        Exchange nothing =
                new Exchange(
                        new AttemptOutcome.TimedOut(Duration.ofSeconds(15)),
                        null,
                        new Timings(-1, -1, -1, -1, 15_000_000),
                        null,
                        "No answer within 15 s.");

        assertThat(one(sending.attempt("{}", nothing), single()))
                .endsWith(
                        json(
                                """
                                "response":null,
                                "error":{"code":"timeout","message":"No answer within 15 s."},
                                "timings_ms":{"dns":null,"connect":null,"tls":null,
                                "first_byte":null,"total":15000},"ip":null}
                                """));
    }

    @Test
    void a_list_cuts_long_bodies_and_the_single_view_does_not() {
        String data = "{\"é\":\"" + "é".repeat(20_000) + "\"}";
        AttemptEntry attempt = sending.attempt(data, ANSWERED);

        assertThat(one(attempt, single()))
                .contains("\"body\":\"{\\\"é\\\":\\\"" + "é".repeat(20_000) + "\\\"}\",\"trunc")
                .contains("\"truncated\":false},\"response\"");
        assertThat(one(attempt, AttemptFields.listed(sending.requests())))
                .contains(
                        "\"body\":\"{\\\"é\\\":\\\"" + "é".repeat(8188) + "\",\"truncated\":true");
    }

    @Test
    void erased_data_leaves_no_request_to_show() {
        assertThat(one(sending.erased(ANSWERED), single()))
                .contains(
                        json(
                                """
                                "request":{"method":null,"url":"https://example.com",
                                "headers":{},"body":null,"truncated":false,
                                "note":"The event's data is gone, so what was sent cannot be shown."}
                                """));
    }

    @Test
    void a_request_that_comes_out_differently_is_not_shown() {
        assertThat(one(sending.changed("{}", ANSWERED), single()))
                .contains(
                        json(
                                """
                                "request":{"method":"POST","url":"https://example.com/2",
                                "headers":{},"body":null,"truncated":false,
                                "note":"Rendered again, it is not what was sent, so it is not shown."}
                                """));
    }

    @Test
    void an_endpoint_that_is_gone_leaves_neither_method_nor_url() {
        sending.forgetEndpoint();

        assertThat(one(sending.attempt("{}", ANSWERED), single()))
                .contains("\"request\":{\"method\":null,\"url\":null,\"headers\":{},\"body\":null");
    }

    @Test
    void a_test_shows_the_request_as_it_was_kept() {
        var request =
                new OutgoingRequest(
                        "DELETE",
                        "https://example.com/t",
                        new String[] {"token", "wrong"},
                        new byte[0]);

        assertThat(one(sending.test(request, ANSWERED), single()))
                .startsWith(
                        json(
                                """
                                {"id":%s,"resource":"attempt","delivery":null,"event":%s,
                                "webhook_config":%s,"type":"comment.deleted","number":1,
                                "trigger":"test","date_started":"%s",
                                "request":{"method":"DELETE","url":"https://example.com/t",
                                "headers":{"token":"***"},"body":"","truncated":false},
                                """,
                                id(4), id(1), id(ENDPOINT.seq()), NOW_TEXT));
    }

    @Test
    void one_answer_reads_each_revision_once() {
        AttemptFields fields = AttemptFields.listed(sending.requests());

        one(sending.attempt("{}", ANSWERED), fields);
        one(sending.attempt("{}", ANSWERED), fields);

        assertThat(sending.revisionsRead()).isEqualTo(1);
    }

    private AttemptFields single() {
        return AttemptFields.single(sending.requests());
    }
}
