package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids that callers give their own things: {@code PUT} by them, and in every place of an id. */
class OwnIdsTest {
    private static final String URL = "{'url':'https://example.com/a'}";

    private ApiFixture api;
    private ApiCall manage;

    @BeforeEach
    void start() {
        api = new ApiFixture();
        manage = api.as("acme-manage");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void makes_an_endpoint_then_updates_it() {
        ApiCall.Answer made = manage.put("/configs/webhook/crm", URL);
        assertThat(List.of(made.status(), made.at("uid"), made.at("state")).toString())
                .isEqualTo("[201, crm, new]");
        ApiCall.Answer same = manage.put("/configs/webhook/crm", URL);
        assertThat(List.of(same.status(), same.at("id")).toString())
                .isEqualTo("[200, " + made.at("id") + "]");
        ApiCall.Answer named = manage.put("/configs/webhook/crm", "{'uid':'crm','name':'N'}");
        assertThat(List.of(named.status(), named.at("name"), named.at("url")).toString())
                .isEqualTo("[200, N, https://example.com/a]");
        ApiCall.Answer byId = manage.put("/configs/webhook/" + made.at("id"), "{'uid':'erp'}");
        assertThat(List.of(byId.status(), byId.at("uid")).toString()).isEqualTo("[200, erp]");
        assertThat(manage.get("/configs/webhook/crm").status()).isEqualTo(404);
        assertThat(manage.get("/configs/webhook/erp").at("id")).isEqualTo(made.at("id"));
        assertThat(manage.get("/tasks").each("target")).hasSize(1);
    }

    @Test
    void holds_the_answer_until_the_test_is_done() {
        ApiCall patient = manage.with("Prefer", "wait=5");
        assertThat(patient.put("/configs/webhook/crm", URL).at("state")).isEqualTo("valid");
        assertThat(
                        patient.put("/configs/webhook/crm", "{'url':'https://example.com/bad'}")
                                .at("state"))
                .isEqualTo("invalid");
    }

    @Test
    void makes_one_endpoint_when_asked_by_many_at_once() {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        List<Integer> statuses =
                IntStream.range(0, 20)
                        .parallel()
                        .mapToObj(_ -> api.as("acme-manage").put("/configs/webhook/crm", URL))
                        .peek(answer -> ids.add(answer.at("id")))
                        .map(ApiCall.Answer::status)
                        .sorted()
                        .toList();
        assertThat(ids).hasSize(1);
        assertThat(statuses).endsWith(201).containsOnlyOnce(201).contains(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a%20b | {'url':'https://example.com'}             | uid",
                "crm   | {'url':'https://example.com','uid':'erp'} | uid",
                "crm   | {}                                        | url",
                "crm   | {'url':'https://example.com','test':false}| test",
                "crm   | {'url':'https://example.com','organisation':'other'} | organisation"
            })
    void names_what_it_does_not_accept(String uid, String body, String field) {
        ApiCall.Answer answer = manage.put("/configs/webhook/" + uid, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("params").propertyNames()).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "019ab1c2-0000-7000-8000-000000000000",
                "00000000-0000-0000-0000-000000000000",
                "019AB1C2-0000-4000-8000-00000000000A"
            })
    void gives_nothing_an_own_id_that_looks_like_one_of_ours(String uuid) {
        assertThat(manage.put("/configs/webhook/" + uuid, URL).status()).isEqualTo(404);
        assertThat(api.as("operator").put("/organisations/" + uuid, "{'name':'x'}").status())
                .isEqualTo(404);
        assertThat(
                        manage.post(
                                        "/configs/webhook",
                                        "{'url':'https://example.com','uid':'" + uuid + "'}")
                                .status())
                .isEqualTo(400);
    }

    @Test
    void takes_any_own_id_of_up_to_256_characters() {
        String longest = "a._-Z9" + "x".repeat(250);
        assertThat(manage.put("/configs/webhook/" + longest, URL).status()).isEqualTo(201);
        assertThat(manage.put("/configs/webhook/" + longest + "x", URL).status()).isEqualTo(400);
    }

    @Test
    void keeps_the_own_ids_of_two_organisations_apart() {
        ApiCall other = api.as("other-manage");
        String mine = manage.put("/configs/webhook/crm", URL).at("id");
        String theirs = other.put("/configs/webhook/crm", URL).at("id");
        assertThat(theirs).isNotEqualTo(mine);
        assertThat(manage.get("/configs/webhook/crm").at("id")).isEqualTo(mine);
        assertThat(other.get("/configs/webhook/crm").at("id")).isEqualTo(theirs);
        assertThat(api.as("operator").get("/configs/webhook/crm").status()).isEqualTo(404);
        assertThat(
                        api.as("operator")
                                .put("/configs/webhook/crm", "{'organisation':'acme','name':'N'}")
                                .at("id"))
                .isEqualTo(mine);
        assertThat(api.as("operator").get("/configs/webhook?uid=crm").each("id"))
                .containsExactly(theirs, mine);
        assertThat(manage.get("/configs/webhook?uid=crm").each("id")).containsExactly(mine);
    }

    @Test
    void stands_wherever_an_id_of_an_endpoint_does() {
        ApiCall other = api.as("other-manage");
        other.put("/configs/webhook/crm", URL);
        String id = manage.put("/configs/webhook/crm", URL).at("id");
        assertThat(manage.post("/organisation", "{'webhook_config_default':'crm'}").status())
                .isEqualTo(200);
        ApiCall operator = api.as("operator");
        assertThat(
                        operator.post("/organisations/acme", "{'webhook_config_default':'crm'}")
                                .at("webhook_config_default"))
                .isEqualTo(id);
        ApiCall.Answer key =
                operator.post(
                        "/keys",
                        "{'scopes':['read'],'organisation':'acme','webhook_config':'crm'}");
        assertThat(key.at("webhook_config")).isEqualTo(id);
        assertThat(
                        operator.post("/keys/" + key.at("id"), "{'webhook_config':'crm'}")
                                .at("webhook_config"))
                .isEqualTo(id);
        for (String path :
                List.of("/deliveries?webhook_config=crm", "/attempts?webhook_config=crm")) {
            assertThat(api.as("acme-read").get(path).status()).isEqualTo(200);
        }
        assertThat(manage.post("/configs/webhook/crm/test", "null").at("target")).isEqualTo(id);
        assertThat(manage.post("/configs/webhook/crm/rotate", "").at("id")).isEqualTo(id);
        assertThat(manage.delete("/configs/webhook/crm").at("state")).isEqualTo("deactivated");
    }

    @Test
    void makes_an_organisation_then_updates_it() {
        ApiCall operator = api.as("operator");
        ApiCall.Answer made = operator.put("/organisations/new-one", "{'name':'New'}");
        assertThat(List.of(made.status(), made.at("uid"), made.at("name")).toString())
                .isEqualTo("[201, new-one, New]");
        ApiCall.Answer again =
                operator.put("/organisations/new-one", "{'name':'Newer','paused':true}");
        assertThat(List.of(again.status(), again.at("id"), again.at("name")).toString())
                .isEqualTo("[200, " + made.at("id") + ", Newer]");
        assertThat(operator.put("/organisations/plain", "").at("name")).isEqualTo("plain");
        assertThat(operator.put("/organisations/a%20b", "{}").status()).isEqualTo(400);
        assertThat(operator.put("/organisations/one", "{'uid':'two'}").status()).isEqualTo(400);
        assertThat(operator.get("/configs/webhook?organisation=new-one").status()).isEqualTo(200);
    }

    @Test
    void lets_owners_change_their_organisation_and_make_none() {
        assertThat(manage.put("/organisations/acme", "{'name':'Acme'}").at("name"))
                .isEqualTo("Acme");
        assertThat(manage.put("/organisations/other", "{'name':'x'}").status()).isEqualTo(404);
        assertThat(manage.put("/organisations/unheard", "{'name':'x'}").status()).isEqualTo(404);
    }

    @Test
    void trusts_the_operator_again_and_again() {
        ApiCall operator = api.as("operator");
        String body = "{'url':'https://example.com/bad','test':false,'organisation':'acme'}";
        ApiCall.Answer made = operator.put("/configs/webhook/crm", body);
        ApiCall.Answer again = operator.put("/configs/webhook/crm", body);
        assertThat(List.of(made.status(), again.status())).containsExactly(201, 200);
        assertThat(again.text()).isEqualTo(made.text().replaceFirst("201", "200"));
        ApiCall.Answer moved =
                operator.put("/configs/webhook/crm", body.replace("/bad", "/bad-too"));
        assertThat(List.of(moved.at("state"), moved.at("state_reason")))
                .containsExactly("valid", "not tested");
        assertThat(manage.get("/tasks").each("target")).isEmpty();
    }
}
