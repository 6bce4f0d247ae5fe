package dev.posthorn.server.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.ingest.NewEvent;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventParserTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:29:00Z");
    private static final IngestLimits LIMITS =
            new IngestLimits(1 << 20, 1000, 5, Duration.ofDays(7));

    private static Submission parse(String body) {
        return parse(body.getBytes(UTF_8), false);
    }

    private static Submission parse(byte[] body, boolean lines) {
        return new EventParser(LIMITS).parse(body, lines, NOW.toEpochMilli());
    }

    private static ApiError refused(String body) {
        return refused(body.getBytes(UTF_8), false);
    }

    private static ApiError refused(byte[] body, boolean lines) {
        return catchThrowableOfType(RefusedException.class, () -> parse(body, lines)).error();
    }

    private static String data(String json) {
        return "{\"type\":\"user.updated\",\"data\":" + json + "}";
    }

    private static ParsedEvent event(String slug, EntityId entity, String data) {
        return new ParsedEvent(
                new NewEvent(
                        new EventType(slug),
                        entity,
                        List.of(),
                        new Payload(data.getBytes(UTF_8)),
                        null,
                        null),
                null,
                null);
    }

    @Test
    void reads_every_field_of_an_event() {
        Submission submission =
                parse(
                        """
                        {"type": "user", "action": "updated", "entity_id": "u1",
                         "data": {"a": 1}, "organisation": "acme", "key": "k",
                         "channels": ["web", "app"], "deliver_at": "2026-11-22T05:29:00+01:00",
                         "idempotency_key": "once"}
                        """);
        NewEvent event =
                new NewEvent(
                        new EventType("user.updated"),
                        new EntityId.Text("u1"),
                        List.of("web", "app"),
                        new Payload("{\"a\": 1}".getBytes(UTF_8)),
                        null,
                        "once");
        assertThat(submission)
                .isEqualTo(new Submission(List.of(new ParsedEvent(event, "acme", "k")), false));
    }

    @Test
    void takes_null_for_a_field_left_out() {
        assertThat(
                        parse(
                                """
                                {"type":"a","action":null,"entity_id":null,"data":{"id":7},
                                 "organisation":null,"key":null,"channels":null,
                                 "deliver_at":null,"idempotency_key":null}
                                """))
                .isEqualTo(
                        new Submission(
                                List.of(event("a", new EntityId.Numeric("7"), "{\"id\":7}")),
                                false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{ \"b\" : [ 1 , 2.50 , 1e400 , -0.0 ] ,\n\t\"a\":{} }",
                "{\"n\":90071992547409931234567890,\"e\":1E+2}",
                "{\"text\":\"Grüße, 世界, 🐎\",\"\\u00e9\":\"\\/\\ud83d\\ude00\\n\"}",
                "{\"half\":\"\\ud800\",\"same\":1,\"same\":2}",
                "{\"deep\":[[[[{\"x\":[null,true,false]}]]]]}"
            })
    void keeps_data_byte_for_byte(String data) {
        Payload kept = parse(data(data)).events().getFirst().event().data();
        assertThat(kept).isEqualTo(new Payload(data.getBytes(UTF_8)));
    }

    @Test
    void takes_the_entity_from_the_data_when_none_is_given() {
        assertThat(entity("{\"id\":\"u1\"}")).isEqualTo(new EntityId.Text("u1"));
        assertThat(entity("{\"x\":{\"id\":1},\"id\":123456789012345678901234567890}"))
                .isEqualTo(new EntityId.Numeric("123456789012345678901234567890"));
        assertThat(entity("{\"id\":1.5}")).isEqualTo(EntityId.NONE);
        assertThat(entity("{\"id\":{\"id\":1}}")).isEqualTo(EntityId.NONE);
        assertThat(entity("{\"id\":\"\"}")).isEqualTo(EntityId.NONE);
        assertThat(entity("{\"id\":\"" + "x".repeat(257) + "\"}")).isEqualTo(EntityId.NONE);
        assertThat(entity("{}")).isEqualTo(EntityId.NONE);
    }

    private static EntityId entity(String data) {
        return parse(data(data)).events().getFirst().event().entityId();
    }

    @Test
    void reads_batches_in_the_order_sent() {
        Submission expected =
                new Submission(
                        List.of(
                                event("a", EntityId.NONE, "{}"),
                                event("b", EntityId.NONE, "{\"n\":1}")),
                        true);
        String first = "{\"type\":\"a\",\"data\":{}}";
        String second = "{\"type\":\"b\",\"data\":{\"n\":1}}";
        assertThat(parse("[" + first + "," + second + "]")).isEqualTo(expected);
        assertThat(parse((first + "\r\n\n" + second).getBytes(UTF_8), true)).isEqualTo(expected);
        assertThat(parse((first + "\n" + second + "\n").getBytes(UTF_8), true)).isEqualTo(expected);
    }

    @Test
    void wants_a_line_for_each_event() {
        String event = "{\"type\":\"a\",\"data\":{}}";
        assertThat(refused((event + event).getBytes(UTF_8), true).message())
                .isEqualTo("Line 1 goes on after its event.");
        assertThat(refused((event + "\n[]").getBytes(UTF_8), true).params())
                .isEqualTo(Map.of("events[1]", "must be an object"));
    }

    @Test
    void names_the_field_of_the_event_that_is_wrong() {
        ApiError error =
                refused(
                        """
                        [{"type":"a","data":{}},
                         {"type":"a b","data":[],"entity_id":1.5,"colour":{"x":[1]}},
                         {"data":{},"type":1,"channels":"x","idempotency_key":["k"]},
                         "nothing"]
                        """);
        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PARAMETER);
        assertThat(error.params())
                .containsOnlyKeys(
                        "events[1].type",
                        "events[1].data",
                        "events[1].entity_id",
                        "events[1].colour",
                        "events[2].type",
                        "events[2].channels",
                        "events[2].idempotency_key",
                        "events[3]");
    }

    @Test
    void says_what_is_wrong_with_each_field() {
        assertThat(refused("{}").params())
                .isEqualTo(Map.of("type", "is missing", "data", "is missing: send {} for none"));
        assertThat(refused("{\"type\":\"a\",\"type\":\"b\",\"data\":{}}").params())
                .isEqualTo(Map.of("type", "given twice"));
        assertThat(refused("{\"type\":\"a\",\"action\":\"b.c\",\"data\":{}}").params())
                .isEqualTo(Map.of("action", "must be of A-Za-z0-9_-"));
        assertThat(refused("{\"type\":\"a\",\"data\":{},\"entity_id\":\"\\ud800\"}").params())
                .isEqualTo(Map.of("entity_id", "has half of a surrogate pair"));
        assertThat(refused(at("2026-11-29T04:29:00.001Z")).params())
                .isEqualTo(
                        Map.of(
                                "deliver_at",
                                "must not be after 2026-11-29T04:29:00Z: at most 7 days ahead, and so that the"
                                        + " longest retry schedule ends within the retention"));
        assertThat(refused(at("tomorrow")).params())
                .isEqualTo(Map.of("deliver_at", "must be a time such as 2026-11-22T04:29:00Z"));
        assertThat(refused("{\"type\":\"a\",\"data\":{},\"" + "x".repeat(100) + "\":1}").params())
                .isEqualTo(Map.of("x".repeat(64) + "…", "unknown field"));
    }

    private static String at(String time) {
        return "{\"type\":\"a\",\"data\":{},\"deliver_at\":\"" + time + "\"}";
    }

    @Test
    void plans_ahead_and_takes_the_past_for_now() {
        assertThat(parse(at("2026-11-29T04:29:00Z")).events().getFirst().event().deliverAtMs())
                .isEqualTo(NOW.plus(Duration.ofDays(7)).toEpochMilli());
        assertThat(parse(at("2026-11-22T04:29:00Z")).events().getFirst().event().deliverAtMs())
                .isNull();
    }

    @Test
    void says_where_the_json_breaks() {
        assertThat(refused("{\"type\":\"a\",\n \"data\":{},}"))
                .isEqualTo(
                        ApiError.of(
                                ErrorCode.INVALID_BODY,
                                "The body is not valid JSON (line 2, column 12)."));
        assertThat(refused("{\"type\":\"a\",\n \"data\":{\"x\":\"y}}").message())
                .isEqualTo("The body is not valid JSON (line 2, column 18).");
        assertThat(refused("{\"type\":\"a\",\"data\":{}} {}").message())
                .isEqualTo("The body goes on after its JSON has ended.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"x\"",
                "[]",
                "{",
                "}",
                "[",
                "nul",
                "{\"type\":\"a\",\"data\":{\"x\":01}}",
                "{\"type\":\"a\",\"data\":{\"x\":+1}}",
                "{\"type\":\"a\",\"data\":{\"x\":.5}}",
                "{\"type\":\"a\",\"data\":{\"x\":1.}}",
                "{\"type\":\"a\",\"data\":{\"x\":NaN}}",
                "{\"type\":\"a\",\"data\":{'x':1}}",
                "{\"type\":\"a\",\"data\":{x:1}}",
                "{\"type\":\"a\",\"data\":{\"x\":\"\t\"}}",
                "{\"type\":\"a\",\"data\":{\"x\":\"\\x\"}}",
                "{\"type\":\"a\",\"data\":{\"x\":\"\\u12g4\"}}",
                "{\"type\":\"a\",\"data\":{\"x\":1]}",
                "{\"type\":\"a\",\"data\":{}/* */}",
                "\ufeff{\"type\":\"a\",\"data\":{}}"
            })
    void refuses_what_is_no_event_in_json(String body) {
        assertThat(refused(body).code()).isEqualTo(ErrorCode.INVALID_BODY);
    }

    @Test
    void refuses_bytes_that_are_not_utf8() {
        byte[] body = data("{\"x\":\n\"AB\"}").getBytes(UTF_8);
        body[body.length - 4] = (byte) 0xC3;
        assertThat(refused(body, false).message())
                .isEqualTo("The body is not UTF-8 (line 2, column 3).");
        assertThat(
                        refused(
                                        "{\"type\":\"a\",\"data\":{}}"
                                                .getBytes(
                                                        java.nio.charset.StandardCharsets.UTF_16LE),
                                        false)
                                .code())
                .isEqualTo(ErrorCode.INVALID_BODY);
    }

    @Test
    void bounds_what_one_call_may_bring() {
        String exact = "{\"x\":\"" + "y".repeat(1000 - 8) + "\"}";
        assertThat(parse(data(exact)).events()).hasSize(1);
        ApiError tooLarge = refused(data(exact.replaceFirst("y", "yy")));
        assertThat(tooLarge.code()).isEqualTo(ErrorCode.TOO_LARGE);
        assertThat(tooLarge.params()).isEqualTo(Map.of("data", "may have at most 1000 bytes"));

        String event = "{\"type\":\"a\",\"data\":{}}";
        assertThat(
                        parse(
                                        "["
                                                + String.join(
                                                        ",",
                                                        List.of(event, event, event, event, event))
                                                + "]")
                                .events())
                .hasSize(5);
        assertThat(refused("[" + (event + ",").repeat(5) + event + "]").code())
                .isEqualTo(ErrorCode.TOO_LARGE);

        assertThat(parse(data("{\"x\":" + "[".repeat(126) + "]".repeat(126) + "}")).events())
                .hasSize(1);
        assertThat(refused(data("{\"x\":" + "[".repeat(127) + "]".repeat(127) + "}")).code())
                .isEqualTo(ErrorCode.INVALID_BODY);
    }
}
