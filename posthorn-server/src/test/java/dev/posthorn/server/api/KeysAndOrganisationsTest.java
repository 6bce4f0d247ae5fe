package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.server.api.caller.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysAndOrganisationsTest {
    private ApiFixture api;

    @BeforeEach
    void start() {
        api = new ApiFixture();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void shows_a_token_once() {
        ApiCall manage = api.as("acme-manage");
        ApiCall.Answer made =
                manage.post("/keys", "{'name':'backend','scopes':['publish','read']}");
        assertThat(made.json().get("date_last_used").isNull()).isTrue();
        assertThat(made.status()).isEqualTo(201);
        String token = made.at("token");
        assertThat(token).matches("posthorn_[A-Za-z0-9_-]{43}");
        assertThat(api.directory.keyByHash(Tokens.hash(token))).isPresent();
        assertThat(manage.get("/keys/" + made.at("id")).text()).doesNotContain("token");
        assertThat(manage.get("/keys").text()).doesNotContain("token");
        ApiCall.Answer own = api.as(token).get("/key");
        assertThat(own.text())
                .isEqualTo(
                        "200 {'id':'%s','resource':'key','organisation':'%s','name':'backend',"
                                        .formatted(
                                                made.at("id"),
                                                ApiFixture.text(api.id("acme").seq()))
                                + "'scopes':['publish','read'],'webhook_config':null,"
                                + "'state':'active','date_created':'2026-11-22T04:29:00.000Z',"
                                + "'date_expires':null,'date_last_used':'2026-11-22T04:29:00.000Z'}");
    }

    @Test
    void replaces_a_token() {
        ApiCall manage = api.as("acme-manage");
        ApiCall.Answer made = manage.post("/keys", "{'scopes':['read']}");
        ApiCall.Answer rotated = manage.post("/keys/" + made.at("id") + "/rotate", "{}");
        assertThat(rotated.status()).isEqualTo(200);
        assertThat(api.as(made.at("token")).get("/key").status()).isEqualTo(401);
        assertThat(api.as(rotated.at("token")).get("/key").at("id")).isEqualTo(made.at("id"));
    }

    @Test
    void turns_keys_off_and_on() {
        ApiCall manage = api.as("acme-manage");
        String path = "/keys/" + ApiFixture.text(api.key("acme-read").id().seq());
        assertThat(manage.post(path, "{'state':'deactivated'}").at("state"))
                .isEqualTo("deactivated");
        assertThat(api.as("acme-read").get("/key").status()).isEqualTo(401);
        manage.post(path, "{'state':'active','date_expires':'2026-11-22T04:28:59Z'}");
        assertThat(api.as("acme-read").get("/key").status()).isEqualTo(401);
        manage.post(path, "{'date_expires':null,'name':null}");
        assertThat(api.as("acme-read").get("/key").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acme-manage | {}                                        | scopes",
                "acme-manage | {'scopes':['operator']}                   | scopes",
                "acme-manage | {'scopes':['fly']}                        | scopes",
                "acme-manage | {'scopes':['read'],'organisation':'other'}| organisation",
                "acme-manage | {'scopes':['read'],'date_expires':'soon'} | date_expires",
                "acme-manage | {'scopes':['read'],'webhook_config':'x'}  | webhook_config",
                "acme-manage | {'scopes':['read'],'token':'mine'}        | token",
                "operator    | {'scopes':['operator'],'organisation':'acme'} | scopes"
            })
    void names_what_it_does_not_accept(String token, String body, String field) {
        ApiCall.Answer answer = api.as(token).post("/keys", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("params").propertyNames()).containsExactly(field);
    }

    /** Only who manages makes keys, and {@code manage} includes all an organisation's key may. */
    @ParameterizedTest
    @CsvSource({
        "operator, operator, 201",
        "operator, publish, 201",
        "operator, manage, 201",
        "operator, read, 201",
        "acme-manage, operator, 400",
        "acme-manage, publish, 201",
        "acme-manage, manage, 201",
        "acme-manage, read, 201",
        "acme-publish, publish, 403",
        "acme-publish, read, 403",
        "acme-read, read, 403",
        "acme-read, manage, 403",
        "publisher, publish, 403",
        "publisher, operator, 403"
    })
    void nobody_grants_what_they_may_not_do(String token, String scope, int status) {
        assertThat(api.as(token).post("/keys", "{'scopes':['" + scope + "']}").status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"operator, 200", "acme-manage, 400"})
    void nobody_raises_a_key_above_themselves(String token, int status) {
        String mine = ApiFixture.text(api.key("acme-read").id().seq());
        String operators = ApiFixture.text(api.key("publisher").id().seq());
        assertThat(api.as(token).post("/keys/" + mine, "{'scopes':['operator']}").status())
                .isEqualTo(400);
        assertThat(api.as(token).post("/keys/" + mine, "{'organisation':'other'}").status())
                .isEqualTo(400);
        assertThat(api.as(token).post("/keys/" + operators, "{'scopes':['operator']}").status())
                .isEqualTo(status == 200 ? 200 : 404);
        assertThat(api.as("acme-read").post("/keys/" + mine, "{'name':'x'}").status())
                .isEqualTo(403);
    }

    @Test
    void makes_keys_of_the_operators() {
        ApiCall.Answer made = api.as("operator").post("/keys", "{'scopes':['operator']}");
        assertThat(made.json().get("organisation").isNull()).isTrue();
        ApiCall.Answer within =
                api.as("operator").post("/keys", "{'scopes':['manage'],'organisation':'acme'}");
        assertThat(within.at("organisation")).isEqualTo(ApiFixture.text(api.id("acme").seq()));
    }

    @Test
    void keeps_organisations() {
        ApiCall operator = api.as("operator");
        ApiCall.Answer made =
                operator.post(
                        "/organisations",
                        "{'uid':'new-one','name':'New & Co','default_profile':'fastcomments'}");
        assertThat(made.text())
                .isEqualTo(
                        "201 {'id':'%s','resource':'organisation','uid':'new-one','name':'New & Co',"
                                        .formatted(made.at("id"))
                                + "'slug':'new-co','default_profile':'fastcomments',"
                                + "'webhook_configs':[],'webhook_config_default':null,'paused':false,"
                                + "'state':'unconfigured','date_created':'2026-11-22T04:29:00.000Z'}");
        assertThat(operator.get("/organisations/new-one").text())
                .isEqualTo(made.text().replaceFirst("201", "200"));
        assertThat(operator.get("/organisations?order=asc").each("uid"))
                .containsExactly("default", "acme", "other", "new-one");
        assertThat(operator.post("/organisations", "{'uid':'new-one'}").status()).isEqualTo(409);
        assertThat(operator.post("/organisations", "{}").at("error"))
                .isEqualTo("invalid-parameter");
    }

    @Test
    void is_unconfigured_until_an_endpoint_is_valid() {
        ApiCall manage = api.as("acme-manage").with("Ricloud-Await", "5");
        assertThat(manage.get("/organisation").at("state")).isEqualTo("unconfigured");
        String endpoint =
                manage.post("/configs/webhook", "{'url':'https://example.com/'}").at("id");
        ApiCall.Answer configured = manage.get("/organisation");
        assertThat(configured.at("state")).isEqualTo("active");
        assertThat(configured.at("webhook_config_default")).isEqualTo(endpoint);
        assertThat(configured.json().get("webhook_configs").get(0).stringValue())
                .isEqualTo(endpoint);
    }

    @Test
    void changes_what_an_owner_may_change() {
        ApiCall manage = api.as("acme-manage");
        ApiCall.Answer changed =
                manage.post(
                        "/organisation",
                        "{'name':'Acme','slug':'a','default_profile':'ricloud','paused':true}");
        assertThat(changed.text())
                .contains("'name':'Acme','slug':'a','default_profile':'ricloud'", "'paused':true");
        assertThat(manage.post("/organisation", "{'state':'blocked'}").status()).isEqualTo(400);
        assertThat(manage.post("/organisation", "{'uid':'x'}").status()).isEqualTo(400);
        assertThat(manage.post("/organisation", "{'slug':'A B'}").status()).isEqualTo(400);
    }

    @Test
    void shuts_out_a_blocked_organisation() {
        api.as("operator").post("/organisations/acme", "{'state':'blocked'}");
        assertThat(api.as("acme-read").get("/events").text())
                .isEqualTo("403 {'error':'blocked','message':'The organisation is blocked.'}");
        assertThat(
                        api.as("operator")
                                .post("/events", "{'type':'a','data':{},'organisation':'acme'}")
                                .status())
                .isEqualTo(403);
    }
}
