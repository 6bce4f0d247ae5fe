package dev.posthorn.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.store.AcceptedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishingTest {
    private ApiFixture api;

    @BeforeEach
    void start() {
        api = new ApiFixture();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private ApiCall.Answer publish(String body) {
        return api.as("acme-publish").post("/events", body);
    }

    private AcceptedEvent only() {
        assertThat(api.journal.accepted()).hasSize(1);
        return api.journal.accepted().getFirst();
    }

    @Test
    void answers_the_event_without_its_data() {
        api.as("acme-manage").post("/configs/webhook", "{'url':'https://example.com/a'}");
        ApiCall.Answer answer =
                publish("{'type':'user.updated','entity_id':7,'data':{'a':[1, 2]}}");
        AcceptedEvent event = only();
        assertThat(answer.text())
                .isEqualTo(
                        "201 {'id':'%s','resource':'event','type':'user','action':'updated',"
                                        .formatted(ApiFixture.text(event.event().id().seq()))
                                + "'event_type':'user.updated','entity_id':7,"
                                + "'organisation':'%s','key':'%s','channels':[],"
                                        .formatted(
                                                ApiFixture.text(api.id("acme").seq()),
                                                ApiFixture.text(api.key("acme-publish").id().seq()))
                                + "'state':'pending','deliveries':1,"
                                + "'date_created':'2026-11-22T04:29:00.000Z'}");
        assertThat(event.event().data().text()).isEqualTo("{\"a\":[1, 2]}");
        assertThat(event.deliveries()).hasSize(1);
    }

    @Test
    void keeps_data_byte_for_byte_whatever_its_size() {
        StringBuilder data =
                new StringBuilder(
                        "{\"text\":\"Grüße 世界 🐎 \\u00e9\\/\",\"n\":12345678901234567890.10,");
        while (data.length() < 100_000) {
            data.append("\"k").append(data.length()).append("\" : [ 1e400 , \"\\\\\" ] ,\n");
        }
        data.append("\"end\":null}");
        String body = "{\"type\":\"a.b\",\"data\":" + data + "}";
        assertThat(api.as("acme-publish").call("POST", "/events", body).status()).isEqualTo(201);
        assertThat(only().event().data().bytes()).isEqualTo(data.toString().getBytes(UTF_8));
    }

    @Test
    void answers_batches_in_the_order_sent() {
        String events =
                String.join(
                        ",",
                        IntStream.range(0, 300)
                                .mapToObj(i ->
                                        "{'type':'a.b','entity_id':"
                                                + i
                                                + ",'data':{'padding':'"
                                                + "x".repeat(100)
                                                + "'}}")
                                .toList());
        ApiCall.Answer array = publish("[" + events + "]");
        assertThat(array.status()).isEqualTo(201);
        assertThat(array.each("entity_id"))
                .isEqualTo(IntStream.range(0, 300).mapToObj(Integer::toString).toList());
        assertThat(array.at("resource")).isEqualTo("list");
        assertThat(array.json().get("total_count").intValue()).isEqualTo(300);

        ApiCall.Answer lines =
                api.as("acme-publish")
                        .with("Content-Type", "application/x-ndjson; charset=utf-8")
                        .post("/events", "{'type':'a','data':{}}\n{'type':'b','data':{}}\n");
        assertThat(lines.each("event_type")).containsExactly("a", "b");
        assertThat(api.journal.accepted()).hasSize(302);
    }

    @Test
    void stores_nothing_of_a_batch_with_one_bad_event() {
        ApiCall.Answer answer =
                publish(
                        "[{'type':'a','data':{}},{'type':'a','data':{}},{'type':'a','data':{}},"
                                + "{'type':'not a type','data':{}}]");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("error")).isEqualTo("invalid-parameter");
        assertThat(answer.json().get("params").propertyNames()).containsExactly("events[3].type");
        assertThat(api.journal.accepted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                        | 400 | invalid-body",
                "nothing                                 | 400 | invalid-body",
                "{'type':'a','data':{},}                 | 400 | invalid-body",
                "{'type':'a','data':{}} x                | 400 | invalid-body",
                "{'type':'a','data':[]}                  | 400 | invalid-parameter",
                "{'type':'a','data':{},'colour':1}       | 400 | invalid-parameter",
                "{'type':7,'data':{}}                    | 400 | invalid-parameter",
                "{'type':'a','data':{},'organisation':'nobody'} | 400 | invalid-parameter",
                "{'type':'a','data':{},'organisation':'other'}  | 400 | invalid-parameter",
                "{'type':'a','data':{},'key':'nobody'}   | 400 | invalid-parameter"
            })
    void refuses_what_it_cannot_take(String body, int status, String error) {
        ApiCall.Answer answer = publish(body == null ? "" : body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.at("error")).isEqualTo(error);
        assertThat(api.journal.accepted()).isEmpty();
    }

    @Test
    void refuses_what_is_too_large() {
        String data = "{'x':'" + "y".repeat(1024 * 1024) + "'}";
        assertThat(publish("{'type':'a','data':" + data + "}").at("error")).isEqualTo("too-large");
        String body = "x".repeat(16 * 1024 * 1024 + 1);
        assertThat(publish(body).status()).isEqualTo(413);
        assertThat(publish("[" + "{'type':'a','data':{}},".repeat(1000) + "{}]").status())
                .isEqualTo(413);
        assertThat(api.journal.accepted()).isEmpty();
    }

    @Test
    void publishes_for_the_organisation_that_is_named() {
        ApiCall operator = api.as("operator");
        operator.post("/events", "{'type':'a','data':{},'organisation':'acme'}");
        operator.post(
                "/events",
                "{'type':'a','data':{},'organisation':'"
                        + ApiFixture.text(api.id("other").seq())
                        + "'}");
        api.as("publisher").post("/events", "{'type':'a','data':{}}");
        publish("{'type':'a','data':{},'organisation':'acme'}");
        assertThat(api.journal.accepted())
                .extracting(accepted -> accepted.event().organisation())
                .containsExactly(
                        api.id("acme"), api.id("other"), api.id("default"), api.id("acme"));
    }

    @Test
    void publishes_a_batch_for_several_organisations() {
        ApiCall.Answer answer =
                api.as("operator")
                        .post(
                                "/events",
                                "[{'type':'a','data':{},'organisation':'acme'},"
                                        + "{'type':'b','data':{},'organisation':'other'},"
                                        + "{'type':'c','data':{},'organisation':'acme'}]");
        assertThat(answer.each("event_type")).containsExactly("a", "b", "c");
        assertThat(answer.each("organisation"))
                .containsExactly(
                        ApiFixture.text(api.id("acme").seq()),
                        ApiFixture.text(api.id("other").seq()),
                        ApiFixture.text(api.id("acme").seq()));
    }

    @Test
    void sends_what_a_key_publishes_to_the_keys_own_endpoint() {
        ApiCall manage = api.as("acme-manage");
        String standard =
                manage.post("/configs/webhook", "{'url':'https://example.com/a'}").at("id");
        String own = manage.post("/configs/webhook", "{'url':'https://example.com/b'}").at("id");
        String key = ApiFixture.text(api.key("acme-publish").id().seq());
        assertThat(manage.post("/keys/" + key, "{'webhook_config':'" + own + "'}").status())
                .isEqualTo(200);
        publish("{'type':'a','data':{}}");
        api.as("acme-all").post("/events", "{'type':'a','data':{}}");
        api.as("acme-all").post("/events", "{'type':'a','data':{},'key':'" + key + "'}");
        assertThat(
                        api.journal.accepted().stream()
                                .flatMap(accepted -> accepted.deliveries().stream())
                                .map(PendingDelivery::endpoint)
                                .map(id -> ApiFixture.text(id.seq())))
                .containsExactly(own, standard, own);
    }

    @Test
    void answers_a_repeat_with_the_first_event() {
        String body = "{'type':'a','data':{'n':1}}";
        ApiCall once = api.as("acme-publish").with("Idempotency-Key", "\"k 1\"");
        ApiCall.Answer first = once.post("/events", body);
        ApiCall.Answer again = once.post("/events", body);
        ApiCall.Answer inBody = publish("{'type':'a','data':{'n':1},'idempotency_key':'k 1'}");
        assertThat(first.status()).isEqualTo(201);
        assertThat(List.of(again.status(), inBody.status())).containsExactly(200, 200);
        assertThat(List.of(again.at("id"), inBody.at("id")))
                .containsExactly(first.at("id"), first.at("id"));
        assertThat(api.journal.accepted()).hasSize(1);

        ApiCall.Answer other = once.post("/events", "{'type':'a','data':{'n':2}}");
        assertThat(other.text())
                .isEqualTo(
                        "422 {'error':'idempotency-conflict','message':'This idempotency key came"
                                + " before with another event.','params':{'idempotency_key':'was used"
                                + " for another event'}}");
        assertThat(once.post("/events", "[" + body + "]").at("error"))
                .isEqualTo("invalid-parameter");
    }

    @Test
    void shows_repeats_in_their_place_in_a_batch() {
        publish("{'type':'a','data':{},'idempotency_key':'1'}");
        ApiCall.Answer answer =
                publish(
                        "[{'type':'b','data':{},'idempotency_key':'2'},"
                                + "{'type':'a','data':{},'idempotency_key':'1'}]");
        assertThat(answer.each("event_type")).containsExactly("b", "a");
        assertThat(answer.each("duplicate")).containsExactly("null", "true");
        ApiCall.Answer conflict =
                publish("[{'type':'c','data':{}},{'type':'x','data':{},'idempotency_key':'1'}]");
        assertThat(conflict.status()).isEqualTo(422);
        assertThat(conflict.json().get("params").propertyNames())
                .containsExactly("events[1].idempotency_key");
    }

    @Test
    void a_batch_of_nothing_but_repeats_creates_nothing() {
        String batch = "[{'type':'a','data':{},'idempotency_key':'1'}]";
        assertThat(publish(batch).status()).isEqualTo(201);
        assertThat(publish(batch).status()).isEqualTo(200);
    }

    @Test
    void stores_what_is_good_of_a_batch_taken_in_part() {
        publish("{'type':'a','data':{},'idempotency_key':'1'}");
        ApiCall.Answer answer =
                inPart(
                        "[{'type':'not a type','data':{}},{'type':'b','data':{}},"
                                + "{'type':'c','data':{},'key':'nobody'},7,"
                                + "{'type':'d','data':{},'idempotency_key':'1'},"
                                + "{'type':'a','data':{},'idempotency_key':'1'},"
                                + "{'type':'e','data':{}}]");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.each("resource"))
                .containsExactly("error", "event", "error", "error", "error", "event", "event");
        assertThat(answer.each("error"))
                .containsExactly(
                        "invalid-parameter",
                        "null",
                        "invalid-parameter",
                        "invalid-parameter",
                        "idempotency-conflict",
                        "null",
                        "null");
        assertThat(problemFields(answer))
                .containsExactly(
                        "events[0].type",
                        "events[2].key",
                        "events[3]",
                        "events[4].idempotency_key");
        assertThat(answer.each("duplicate"))
                .containsExactly("null", "null", "null", "null", "null", "true", "null");
        assertThat(answer.at("total_count")).isEqualTo("7");
        assertThat(api.journal.accepted())
                .extracting(accepted -> accepted.event().type().slug())
                .containsExactly("a", "b", "e");
    }

    private static List<String> problemFields(ApiCall.Answer answer) {
        return answer.json().get("data").values().stream()
                .filter(item -> item.has("params"))
                .flatMap(item -> item.get("params").propertyNames().stream())
                .toList();
    }

    @Test
    void takes_lines_in_part_too() {
        String lines = "{'type':'a','data':{}}\n{'type':'b'}\n{'type':'c','data':{}}";
        ApiCall.Answer answer =
                api.as("acme-publish")
                        .with("Content-Type", "application/x-ndjson")
                        .post("/events?partial=true", lines);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.each("event_type")).containsExactly("a", "null", "c");
        assertThat(problemFields(answer)).containsExactly("events[1].data");
    }

    @Test
    void says_200_when_nothing_of_a_batch_taken_in_part_is_new() {
        ApiCall.Answer answer = inPart("[{'type':'a'},{'data':{}}]");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.each("resource")).containsExactly("error", "error");
        assertThat(api.journal.accepted()).isEmpty();
    }

    @Test
    void refuses_one_event_too_large_and_takes_the_others() {
        String large = "{'x':'" + "y".repeat(1024 * 1024) + "'}";
        ApiCall.Answer answer =
                inPart("[{'type':'a','data':" + large + "},{'type':'b','data':{}}]");
        assertThat(answer.each("error")).containsExactly("too-large", "null");
        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void refuses_the_whole_where_its_parts_are_not_clear() {
        assertThat(inPart("[{'type':'a','data':{}},{'type':]").at("error"))
                .isEqualTo("invalid-body");
        assertThat(inPart("{'type':'a'}").text())
                .isEqualTo(
                        "400 {'error':'invalid-parameter','message':'Not accepted: data.',"
                                + "'params':{'data':'is missing: send {} for none'}}");
        assertThat(api.as("acme-publish").post("/events?partial=yes", "[]").at("error"))
                .isEqualTo("invalid-parameter");
        assertThat(api.journal.accepted()).isEmpty();
    }

    private ApiCall.Answer inPart(String body) {
        return api.as("acme-publish").post("/events?partial=true", body);
    }

    @Test
    void says_when_to_try_again() {
        String body = "{'type':'a','data':{}}";
        api.journal.mood(InMemoryJournal.Mood.FULL);
        ApiCall.Answer full = publish(body);
        api.journal.mood(InMemoryJournal.Mood.BROKEN);
        ApiCall.Answer broken = publish(body);
        assertThat(List.of(full.status(), broken.status())).containsExactly(503, 503);
        assertThat(List.of(full.header("Retry-After"), broken.header("Retry-After")))
                .containsExactly("1", "1");
        assertThat(broken.text()).doesNotContain("fire");
    }

    @Test
    void takes_many_calls_at_once() {
        List<CompletableFuture<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            calls.add(
                    CompletableFuture.supplyAsync(
                            () -> publish("{'type':'a','data':{}}").status()));
        }
        assertThat(calls).allSatisfy(call -> assertThat(call.join()).isEqualTo(201));
        assertThat(api.journal.accepted()).hasSize(200);
    }
}
