package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListenersTest {
    private final ApiFixture api = new ApiFixture();
    private final ApiCall acme = api.as("acme-manage");
    private String id = "";

    @BeforeEach
    void open() {
        id = acme.post("/listeners", "{'name':'laptop'}").at("id");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void says_where_to_listen_and_what_requests_are_signed_with() {
        ApiCall.Answer answer = acme.post("/listeners", "{'name':'laptop'}");
        String endpoint = acme.get("/configs/webhook/" + id).at("secret");
        assertThat(answer.text())
                .isEqualTo(
                        ("201 {'id':'ID','resource':'listener','organisation':'ORG',"
                                        + "'name':'laptop','url':'listener://ORG/laptop',"
                                        + "'profile':'standard','event_types':['*'],'channels':[],"
                                        + "'secret':'SECRET','public_key':null,"
                                        + "'stream':'/listeners/ID/stream',"
                                        + "'answers':'/listeners/ID/answers','ends_after_s':60,"
                                        + "'date_created':'2026-11-22T04:29:00.000Z'}")
                                .replace("ID", id)
                                .replace("ORG", ApiFixture.text(api.id("acme").seq()))
                                .replace("SECRET", endpoint));
    }

    @Test
    void is_an_endpoint_in_the_list_for_as_long_as_it_lives() {
        assertThat(acme.get("/configs/webhook").each("id")).containsExactly(id);
        assertThat(acme.get("/configs/webhook/" + id).at("state")).isEqualTo("valid");
        assertThat(acme.delete("/listeners/" + id).at("id")).isEqualTo(id);
        assertThat(acme.get("/configs/webhook").each("id")).isEmpty();
        assertThat(acme.delete("/listeners/" + id).status()).isEqualTo(404);
        assertThat(acme.get("/listeners/" + id + "/stream").status()).isEqualTo(404);
    }

    @Test
    void comes_back_with_the_same_secret_and_other_wishes() {
        ApiCall.Answer before = acme.post("/listeners", "{'name':'laptop'}");
        acme.delete("/listeners/" + id);
        ApiCall.Answer again =
                acme.post(
                        "/listeners",
                        "{'name':'laptop','profile':'ricloud','event_types':['user.*'],"
                                + "'options':{'append_event_id':false},'timeout_ms':60000}");
        assertThat(again.at("id")).isEqualTo(id);
        assertThat(again.at("secret")).isEqualTo(before.at("secret"));
        assertThat(again.at("profile")).isEqualTo("ricloud");
    }

    @Test
    void belongs_to_the_organisation_the_operator_names() {
        ApiCall operator = api.as("operator");
        ApiCall.Answer made = operator.post("/listeners", "{'organisation':'other'}");
        assertThat(made.at("organisation")).isEqualTo(ApiFixture.text(api.id("other").seq()));
        assertThat(acme.get("/configs/webhook/" + made.at("id")).status()).isEqualTo(404);
        try (var stream = ListenedStream.open(api.port(), "operator", made.at("id"))) {
            assertThat(stream).isNotNull();
        }
    }

    @Test
    void names_what_is_wrong_with_a_wish() {
        assertThat(
                        acme.post(
                                        "/listeners",
                                        "{'name':'my laptop','event_types':null,'timeout_ms':5,"
                                                + "'max_in_flight':65,'url':'https://example.com'}")
                                .text())
                .isEqualTo(
                        "400 {'error':'invalid-parameter','message':'Not accepted: name, timeout_ms,"
                                + " event_types, max_in_flight, url.','params':{"
                                + "'name':'must be 1 to 64 of A-Za-z0-9._-',"
                                + "'timeout_ms':'must be an integer from 100 to 60000',"
                                + "'event_types':'must be slugs and patterns; * for all',"
                                + "'max_in_flight':'must be at most 64',"
                                + "'url':'unknown field'}}");
        assertThat(acme.post("/listeners", "{'profile':'none'}").text())
                .startsWith("400 {'error':'invalid-parameter','message':'Not accepted: profile.");
        assertThat(acme.post("/listeners", "{'secret':'short'}").text()).contains("'secret'");
    }

    @Test
    void names_what_is_wrong_with_answers() {
        String path = "/listeners/" + id + "/answers";
        assertThat(acme.post(path, "{}").text()).contains("'answers':'is missing'");
        assertThat(
                        acme.post(
                                        path,
                                        "{'answers':[{'id':1,'status':99,'body':7},7,"
                                                + "{'status':200,'headers':[],'colour':'red'},"
                                                + "{'id':3,'error':''}]}")
                                .text())
                .contains(
                        "'answers[0].status':'must be an integer from 100 to 599'",
                        "'answers[0].body':'must be a string'",
                        "'answers[1]':'must be an object'",
                        "'answers[2].colour':'unknown field'",
                        "'answers[2].id':'must be an integer from 1 to",
                        "'answers[2].headers':'must be an object'",
                        "'answers[3].error':'must be a string of 1 to 500 characters'");
    }

    @Test
    void names_answers_nobody_waits_for() {
        assertThat(
                        acme.post(
                                        "/listeners/" + id + "/answers",
                                        "{'answers':[{'id':7,'status':200}]}")
                                .text())
                .isEqualTo("200 {'resource':'listener_answers','taken':0,'late':[7]}");
    }

    @Test
    void keeps_two_programs_from_fighting_over_a_name() {
        try (var stream = ListenedStream.open(api.port(), "acme-manage", id)) {
            assertThat(acme.post("/listeners", "{'name':'laptop'}").text())
                    .isEqualTo(
                            "409 {'error':'conflict','message':'A listener of this name is"
                                    + " connected. Give this one another name.'}");
            assertThat(acme.post("/listeners", "{'name':'laptop-2'}").status()).isEqualTo(201);
            assertThat(stream).isNotNull();
        }
    }

    @Test
    void lets_an_organisation_listen_so_often_at_once() {
        for (int i = 1; i < 20; i++) {
            assertThat(acme.post("/listeners", "{'name':'l" + i + "'}").status()).isEqualTo(201);
        }
        assertThat(acme.post("/listeners", "{'name':'one-more'}").text())
                .isEqualTo(
                        "409 {'error':'conflict','message':"
                                + "'An organisation may have at most 20 listeners.'}");
        assertThat(api.as("other-manage").post("/listeners", "{}").status()).isEqualTo(201);
    }

    @Test
    void opens_nothing_for_who_asks_for_the_head_alone() {
        assertThat(acme.call("HEAD", "/listeners/" + id + "/stream", "").status()).isEqualTo(200);
        assertThat(acme.get("/listeners/" + id + "/stream?x=1").status()).isEqualTo(400);
    }
}
