package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
    private static ApiFixture api;

    @BeforeAll
    static void start() {
        api = new ApiFixture();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static ApiCall manage() {
        return api.as("acme-manage");
    }

    private static ApiCall.Answer create(String body) {
        return manage().post("/configs/webhook", body);
    }

    @Test
    void makes_one_that_is_new_and_tests_it() {
        ApiCall.Answer made = create("{'url':'https://example.com/slow','profile':'ricloud'}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("resource")).isEqualTo("webhook_config");
        assertThat(made.at("state")).isEqualTo("new");
        assertThat(made.at("secret")).startsWith("whsec_");
        assertThat(made.at("profile")).isEqualTo("ricloud");
        assertThat(made.at("organisation")).isEqualTo(ApiFixture.text(api.id("acme").seq()));
        assertThat(manage().get("/configs/webhook/" + made.at("id") + "/").text())
                .isEqualTo(made.text().replaceFirst("201", "200"));
        assertThat(manage().get("/tasks?limit=1").each("target")).containsExactly(made.at("id"));
    }

    @Test
    void waits_for_the_test_when_asked_to() {
        ApiCall patient = manage().with("Ricloud-Await", "5");
        ApiCall.Answer good = patient.post("/configs/webhook", "{'url':'https://example.com/g'}");
        assertThat(good.at("state")).isEqualTo("valid");
        ApiCall.Answer bad =
                manage().with("Prefer", "respond-async, wait=5")
                        .post("/configs/webhook", "{'url':'https://example.com/bad'}");
        assertThat(List.of(bad.at("state"), bad.at("state_reason")))
                .containsExactly("invalid", "it said no");
        ApiCall.Answer task = patient.post("/configs/webhook/" + bad.at("id") + "/test", "null");
        assertThat(List.of(task.status(), task.at("state"), task.at("resource")).toString())
                .isEqualTo("[201, failed, task]");
        assertThat(patient.get("/configs/webhook/" + good.at("id") + "/test").at("state"))
                .isEqualTo("succeeded");
    }

    @Test
    void does_not_wait_when_not_asked_to() {
        ApiCall.Answer task =
                manage().with("Ricloud-Await", "0")
                        .post(
                                "/configs/webhook/"
                                        + create("{'url':'https://example.com/slow'}").at("id")
                                        + "/test",
                                "null");
        assertThat(task.at("state")).isEqualTo("pending");
        assertThat(manage().get("/tasks/" + task.at("id")).text())
                .isEqualTo(task.text().replaceFirst("201", "200"));
    }

    @Test
    void takes_every_setting_and_shows_it() {
        ApiCall.Answer made =
                create(
                        """
                        {'url':'https://example.com/x','uid':'full','name':'N','description':'D',
                         'profile':'fastcomments','event_types':['comment.*','user.created'],
                         'channels':['web'],'headers':{'X-Mine':'1'},
                         'options':{'methods':{'created':'POST'},'delete_body':'full',
                                    'forged_test':false},
                         'retry':{'unit_s':30,'attempts':5,'stop_on':[410,404]},
                         'rate_limit':0.5,'max_in_flight':3,'ordering':'entity',
                         'timeout_ms':2500,'paused':true,'secret':'a secret of words',
                         'metadata':{'a':'b'}}
                        """);
        assertThat(made.text())
                .contains(
                        "'uid':'full'",
                        "'secret':'a secret of words'",
                        "'name':'N','description':'D','profile':'fastcomments',"
                                + "'event_types':['comment.*','user.created'],'channels':['web'],"
                                + "'headers':{'X-Mine':'1'},'auth':null,'options':{'methods':{'created':'POST'},"
                                + "'delete_body':'full','forged_test':false},"
                                + "'retry':{'unit_s':30,'attempts':5,'stop_on':[404,410]},"
                                + "'rate_limit':0.5,'max_in_flight':3,'ordering':'entity',"
                                + "'timeout_ms':2500,'paused':true,'metadata':{'a':'b'}");
        ApiCall.Answer cleared =
                manage().post(
                                "/configs/webhook/full",
                                """
                                {'name':null,'event_types':null,'retry':null,'rate_limit':null,
                                 'max_in_flight':null,'timeout_ms':null,'ordering':'none',
                                 'options':{'delete_body':'id'}}
                                """);
        assertThat(cleared.text())
                .contains(
                        "'name':null,'description':'D'",
                        "'event_types':null",
                        "'options':{'methods':{'created':'POST'},'delete_body':'id',"
                                + "'forged_test':false},'retry':null,'rate_limit':null,"
                                + "'max_in_flight':null,'ordering':'none','timeout_ms':null,"
                                + "'paused':true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                       | url",
                "{'url':7}                                                | url",
                "{'url':'http://127.0.0.1/'}                              | url",
                "{'url':'ftp://example.com/'}                             | url",
                "{'url':'https://example.com','colour':'red'}             | colour",
                "{'url':'https://example.com','profile':'nonsense'}       | profile",
                "{'url':'https://example.com','secret':'short'}           | secret",
                "{'url':'https://example.com','event_types':['a b']}      | event_types",
                "{'url':'https://example.com','event_types':'a'}          | event_types",
                "{'url':'https://example.com','headers':{'Host':'x'}}     | headers",
                "{'url':'https://example.com','headers':{'X':1}}          | headers.X",
                "{'url':'https://example.com','options':{'mode':'binary'}}| options.mode",
                "{'url':'https://example.com','options':{'signature':'x'}}| options.signature",
                "{'url':'https://example.com','options':{'forged_test':1}}| options.forged_test",
                "{'url':'https://example.com','options':7}                | options",
                "{'url':'https://example.com','profile':'fastcomments','options':{'methods':{'created':'PATCH'}}} | options.methods",
                "{'url':'https://example.com','profile':'fastcomments','options':{'methods':{'read':'PUT'}}} | options.methods",
                "{'url':'https://example.com','profile':'fastcomments','options':{'delete_body':'none'}} | options.delete_body",
                "{'url':'https://example.com','profile':'fastcomments','options':{'signature':'hmac'}} | options.signature",
                "{'url':'https://example.com','profile':'cloudevents','options':{'mode':'batched'}} | options.mode",
                "{'url':'https://example.com','profile':'ricloud','options':{'append_event_id':'no'}} | options.append_event_id",
                "{'url':'https://example.com','profile':'ricloud','options':{'forged_test':true}} | options.forged_test",
                "{'url':'https://example.com','profile':'eventinsight','options':{'mode':'x'}} | options.mode",
                "{'url':'https://example.com','retry':{'waits_s':[0]}}    | retry.waits_s",
                "{'url':'https://example.com','retry':{'waits_s':[1.5]}}  | retry.waits_s",
                "{'url':'https://example.com','retry':{'unit_s':60}}      | retry.attempts",
                "{'url':'https://example.com','retry':{'stop_on':[200]}}  | retry.stop_on",
                "{'url':'https://example.com','retry':{'x':1}}            | retry.x",
                "{'url':'https://example.com','rate_limit':0}             | rate_limit",
                "{'url':'https://example.com','max_in_flight':0}          | max_in_flight",
                "{'url':'https://example.com','ordering':'random'}        | ordering",
                "{'url':'https://example.com','timeout_ms':1}             | timeout_ms",
                "{'url':'https://example.com','paused':'yes'}             | paused",
                "{'url':'https://example.com','state':'valid'}            | state",
                "{'url':'https://example.com','test':false}               | test",
                "{'url':'https://example.com','uid':'a b'}                | uid",
                "{'url':'https://example.com','metadata':{'a':1}}         | metadata.a",
                "{'url':'https://example.com','auth':{'basic':{}}}        | auth.basic.username",
                "{'url':'https://example.com','operational':'all'}        | operational",
                "{'url':'https://example.com','filter':{}}                | filter",
                "{'url':'https://example.com','organisation':'other'}     | organisation"
            })
    void names_what_it_does_not_accept(String body, String field) {
        ApiCall.Answer answer = create(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("error")).isEqualTo("invalid-parameter");
        assertThat(answer.json().get("params").propertyNames()).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[]", "7", "{'url':'https://example.com',}", "{'a':1,'a':2}", "{} {}"})
    void refuses_what_is_no_json_object(String body) {
        assertThat(create(body).at("error")).isEqualTo("invalid-body");
    }

    @Test
    void tells_the_operator_and_owners_apart() {
        ApiCall.Answer trusted =
                api.as("operator")
                        .post(
                                "/configs/webhook",
                                "{'url':'https://example.com/bad','test':false,'organisation':'acme'}");
        assertThat(List.of(trusted.at("state"), trusted.at("state_reason")))
                .containsExactly("valid", "not tested");
        String id = trusted.at("id");
        assertThat(api.as("acme-read").get("/configs/webhook/" + id).json().get("secret").isNull())
                .isTrue();
        assertThat(api.as("acme-read").get("/configs/webhook?limit=1000").each("secret"))
                .containsOnly("null");
        assertThat(manage().get("/configs/webhook?limit=1000").each("secret"))
                .doesNotContain("null");
    }

    @Test
    void updates_and_deactivates() {
        String id = create("{'url':'https://example.com/a','uid':'mine'}").at("id");
        ApiCall patient = manage().with("Ricloud-Await", "5");
        assertThat(
                        patient.post("/configs/webhook/mine", "{'url':'https://example.com/bad'}")
                                .at("state"))
                .isEqualTo("invalid");
        assertThat(patient.post("/configs/webhook/" + id, "{'state':'deactivated'}").at("state"))
                .isEqualTo("deactivated");
        assertThat(manage().get("/configs/webhook?limit=1000").each("id")).doesNotContain(id);
        assertThat(manage().get("/configs/webhook?limit=1000&state=deactivated").each("id"))
                .contains(id);
        assertThat(
                        patient.post(
                                        "/configs/webhook/" + id,
                                        "{'state':'new','url':'https://example.com/a'}")
                                .at("state"))
                .isEqualTo("valid");
        ApiCall.Answer gone = manage().delete("/configs/webhook/" + id);
        assertThat(List.of(gone.status(), gone.at("state")).toString())
                .isEqualTo("[200, deactivated]");
        assertThat(create("{'url':'https://example.com/a','uid':'mine'}").text())
                .isEqualTo(
                        "409 {'error':'conflict','message':'There is an endpoint with the uid"
                                + " mine.'}");
    }

    @Test
    void lists_in_pages() {
        ApiCall other = api.as("other-manage");
        for (int i = 0; i < 5; i++) {
            other.post("/configs/webhook", "{'url':'https://example.com/" + i + "'}");
        }
        List<String> all = other.get("/configs/webhook").each("url");
        assertThat(all)
                .containsExactly(
                        "https://example.com/4",
                        "https://example.com/3",
                        "https://example.com/2",
                        "https://example.com/1",
                        "https://example.com/0");
        ApiCall.Answer first = other.get("/configs/webhook?limit=2");
        assertThat(first.each("url")).isEqualTo(all.subList(0, 2));
        assertThat(List.of(first.at("has_more"), first.at("total_count"), first.at("url")))
                .containsExactly("true", "5", "/configs/webhook");
        String last = first.each("id").getLast();
        assertThat(other.get("/configs/webhook?limit=3&after_id=" + last).each("url"))
                .isEqualTo(all.subList(2, 5));
        assertThat(other.get("/configs/webhook?before_id=" + last).each("url"))
                .isEqualTo(all.subList(0, 1));
        assertThat(other.get("/configs/webhook?order=asc&limit=1").each("url"))
                .isEqualTo(all.subList(4, 5));
        assertThat(other.get("/configs/webhook?date_created[gte]=2026-11-22T04:29:00Z").each("url"))
                .hasSize(5);
        assertThat(other.get("/configs/webhook?date_created__gt=2026-11-22T04:29:00Z").each("url"))
                .isEmpty();
        assertThat(
                        other.get("/configs/webhook?date_created=2026-11-22T04:29:00.000000Z")
                                .each("url"))
                .hasSize(5);
        assertThat(other.get("/configs/webhook?profile=ricloud").each("url")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=1001, limit",
        "limit=ten, limit",
        "after_id=x, after_id",
        "order=up, order",
        "state=open, state",
        "date_created=gte, date_created",
        "colour=red, colour"
    })
    void names_the_parameter_it_does_not_accept(String query, String parameter) {
        ApiCall.Answer answer = manage().get("/configs/webhook?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("params").propertyNames()).containsExactly(parameter);
    }
}
