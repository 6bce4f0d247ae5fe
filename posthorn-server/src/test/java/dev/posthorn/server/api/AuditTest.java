package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTest {
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
    void says_who_changed_what_when_and_from_where() {
        ApiCall manage = api.as("acme-manage");
        String acme = ApiFixture.text(api.id("acme").seq());
        manage.post("/organisation", "{'name':'Acme Ltd'}");

        String line = manage.get("/audit?action=organisation.update").text();

        assertThat(line)
                .contains(
                        "'resource':'audit','organisation':'%s','action':'organisation.update',"
                                .formatted(acme),
                        "'actor':{'type':'key','id':'%s','name':'acme-manage'},"
                                .formatted(ApiFixture.text(api.key("acme-manage").id().seq())),
                        "'target':{'type':'organisation','id':'%s','name':'acme'},".formatted(acme),
                        "'address':'127.0.0.1',",
                        "'changes':[{'field':'name','before':'acme','after':'Acme Ltd'}],");
    }

    @Test
    void shows_an_organisation_its_own_part() {
        api.as("operator").post("/keys", "{'scopes':['operator'],'name':'second'}");
        api.as("other-manage").post("/organisation", "{'name':'Other Ltd'}");

        String acme = ApiFixture.text(api.id("acme").seq());
        assertThat(api.as("acme-manage").get("/audit?limit=1000").each("organisation"))
                .containsOnly(acme);
        assertThat(api.as("acme-manage").get("/audit?organisation=other").each("id")).isEmpty();
        assertThat(api.as("operator").get("/audit?organisation=other").each("action"))
                .startsWith("organisation.update");
        assertThat(api.as("operator").get("/audit").json().get("data").get(1).get("action"))
                .hasToString("\"key.create\"");
    }

    @Test
    void says_choices_in_the_words_of_the_api() {
        ApiCall manage = api.as("acme-manage");
        String endpoint =
                manage.post(
                                "/configs/webhook",
                                "{'url':'https://example.com/in',"
                                        + "'profile':'fastcomments','retry':{'unit_s':60,'attempts':9},"
                                        + "'options':{'delete_body':'full'},'event_types':['comment.*']}")
                        .json()
                        .get("id")
                        .asString();
        String organisation = manage.get("/organisation").at("id");
        String routed =
                manage.post("/configs/webhook", "{'url':'https://example.com/all'}").at("id");

        assertThat(changes(manage.get("/audit?order=asc&target=" + endpoint)))
                .contains(
                        "{'field':'event_types','before':null,'after':'comment.*'}",
                        "{'field':'retry','before':null,'after':'n × 60 s, 9 attempts'}",
                        "{'field':'options.delete_body','before':null,'after':'full'}")
                .doesNotContain("'options.mode'", "'channels'", "[");
        assertThat(changes(manage.get("/audit?limit=1&target=" + organisation)))
                .isEqualTo(
                        "{'field':'webhook_config_default','before':null,'after':'%s'}"
                                .formatted(routed));
    }

    private static String changes(ApiCall.Answer answer) {
        String changes =
                answer.json().get("data").get(0).get("changes").toString().replace('"', '\'');
        return changes.substring(1, changes.length() - 1);
    }

    @Test
    void filters_by_actor_target_and_time() {
        ApiCall manage = api.as("acme-manage");
        manage.post("/organisation", "{'name':'Acme Ltd'}");
        String key = ApiFixture.text(api.key("acme-manage").id().seq());
        String other = ApiFixture.text(api.key("acme-read").id().seq());

        assertThat(manage.get("/audit?actor=" + key).each("action"))
                .containsExactly("organisation.update");
        assertThat(manage.get("/audit?target=" + other).each("action"))
                .containsExactly("key.create");
        assertThat(manage.get("/audit?actor=nobody").each("action")).isEmpty();
        assertThat(manage.get("/audit?date_created[lt]=2020-01-01").each("action")).isEmpty();
        assertThat(manage.get("/audit?colour=red").status()).isEqualTo(400);
        assertThat(api.as("acme-read").get("/audit").status()).isEqualTo(403);
    }
}
