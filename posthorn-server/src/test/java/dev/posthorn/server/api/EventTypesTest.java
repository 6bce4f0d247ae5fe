package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTypesTest {
    private static final String SCHEMA =
            "{'type':'object','required':['id'],'properties':{'id':{'type':'integer'},"
                    + "'mail':{'type':'string','pattern':'^[^@]+@[^@]+$'}}}";

    private ApiFixture api;

    @BeforeEach
    void start() {
        api = new ApiFixture();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private ApiCall.Answer write(String path, String body) {
        return api.as("operator").post("/event-types" + path, body);
    }

    private ApiCall.Answer publish(String data) {
        return api.as("acme-publish")
                .post("/events", "{'type':'invoice.paid','data':" + data + "}");
    }

    private void enforce() {
        assertThat(
                        write("", "{'slug':'invoice.paid','schema':" + SCHEMA + ",'enforce':true}")
                                .status())
                .isEqualTo(201);
    }

    @Test
    void comes_with_a_catalogue() {
        ApiCall.Answer all = api.as("acme-read").get("/event-types");
        assertThat(all.each("slug"))
                .containsExactly(
                        "comment.created",
                        "comment.deleted",
                        "comment.updated",
                        "company.created",
                        "company.deleted",
                        "company.updated",
                        "user.created",
                        "user.deleted",
                        "user.updated");
        assertThat(all.each("enforce")).containsOnly("false");
        ApiCall.Answer user = api.as("acme-read").get("/event-types/user.updated");
        assertThat(user.json().get("example").has("id")).isTrue();
        assertThat(user.json().get("schema").get("type").stringValue()).isEqualTo("object");
        assertThat(api.as("acme-read").get("/event-types/no.such").status()).isEqualTo(404);
    }

    @Test
    void pages_by_slug() {
        ApiCall.Answer page = api.as("acme-read").get("/event-types?limit=2&after_id=user.created");
        assertThat(page.each("slug")).containsExactly("user.deleted", "user.updated");
        assertThat(page.at("has_more")).isEqualTo("false");
        assertThat(
                        api.as("acme-read")
                                .get("/event-types?order=desc&limit=1&after_id=user.created")
                                .each("slug"))
                .containsExactly("company.updated");
        assertThat(api.as("acme-read").get("/event-types?before_id=comment.deleted").each("slug"))
                .containsExactly("comment.created");
    }

    @Test
    void is_written_by_the_operator_and_read_by_all() {
        ApiCall.Answer made =
                write(
                        "",
                        "{'slug':'invoice.paid','description':'An invoice was paid.','schema':"
                                + SCHEMA
                                + ",'example':{'id':7}}");
        assertThat(made.text())
                .isEqualTo(
                        "201 {'id':'invoice.paid','resource':'event_type','slug':'invoice.paid',"
                                + "'description':'An invoice was paid.','schema':"
                                + SCHEMA
                                + ",'enforce':false,'example':{'id':7},'archived':false,"
                                + "'date_created':'2026-11-22T04:29:00.000Z',"
                                + "'date_updated':'2026-11-22T04:29:00.000Z'}");
        assertThat(api.as("other-read").get("/event-types/invoice.paid").text())
                .isEqualTo(made.text().replace("201 ", "200 "));
        assertThat(api.as("acme-manage").post("/event-types/invoice.paid", "{}").status())
                .isEqualTo(403);
        assertThat(write("", "{'slug':'invoice.paid'}").status()).isEqualTo(409);
        assertThat(write("/invoice.paid", "{'description':null}").at("description"))
                .isEqualTo("null");
        assertThat(write("/no.such", "{}").status()).isEqualTo(404);
    }

    @Test
    void archives_what_is_deleted_and_takes_it_back() {
        enforce();
        ApiCall.Answer archived = api.as("operator").delete("/event-types/invoice.paid");
        assertThat(List.of(archived.status() + "", archived.at("archived")))
                .containsExactly("200", "true");
        assertThat(api.as("acme-read").get("/event-types?limit=100").each("slug"))
                .doesNotContain("invoice.paid");
        assertThat(api.as("acme-read").get("/event-types?archived=true").each("slug"))
                .containsExactly("invoice.paid");
        assertThat(publish("{}").status()).isEqualTo(201);
        assertThat(write("", "{'slug':'invoice.paid'}").status()).isEqualTo(409);
        assertThat(write("/invoice.paid", "{'archived':false}").at("enforce")).isEqualTo("true");
        assertThat(publish("{}").status()).isEqualTo(400);
    }

    @Test
    void refuses_data_that_does_not_meet_an_enforced_schema() {
        enforce();
        assertThat(publish("{'id':1,'mail':'a@b'}").status()).isEqualTo(201);
        ApiCall.Answer refused = publish("{'id':'x','mail':'nobody'}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("params").propertyNames())
                .containsExactlyInAnyOrder("data/id", "data/mail");
        assertThat(refused.text()).contains("(type)").contains("(pattern)");
        assertThat(publish("{}").json().get("params").propertyNames()).containsExactly("data");
        assertThat(
                        api.as("acme-publish")
                                .post("/events", "{'type':'invoice.sent','data':{}}")
                                .status())
                .isEqualTo(201);
        assertThat(write("/invoice.paid", "{'enforce':false}").status()).isEqualTo(200);
        assertThat(publish("{}").status()).isEqualTo(201);
    }

    @Test
    void names_the_event_of_a_batch_whose_data_is_wrong() {
        enforce();
        String batch =
                "[{'type':'a','data':{}},{'type':'invoice.paid','data':{'id':1.5}},"
                        + "{'type':'invoice.paid','data':{'id':2}}]";
        ApiCall publisher = api.as("acme-publish");
        assertThat(publisher.post("/events", batch).json().get("params").propertyNames())
                .containsExactly("events[1].data/id");
        assertThat(api.journal.accepted()).isEmpty();
        ApiCall.Answer part = publisher.post("/events?partial=true", batch);
        assertThat(part.each("resource")).containsExactly("event", "error", "event");
        assertThat(api.journal.accepted()).hasSize(2);
    }

    @Test
    void gives_up_a_pattern_that_would_run_for_ever() {
        write(
                "",
                "{'slug':'invoice.paid','enforce':true,"
                        + "'schema':{'properties':{'x':{'pattern':'^(.*a){20}$'}}}}");
        ApiCall.Answer refused = publish("{'x':'" + "a".repeat(60) + "!'}");
        assertThat(refused.json().get("params").toString().replace('"', '\''))
                .isEqualTo("{'data':'is too much work for the schema of its type'}");
        assertThat(publish("{'x':'b'}").text()).contains("'data/x':").contains("(pattern)");
        assertThat(publish("{'x':7}").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                  | slug",
                "{'slug':'not a slug'}                               | slug",
                "{'slug':'a','schema':7}                             | schema",
                "{'slug':'a','schema':{'type':'colour'}}             | schema",
                "{'slug':'a','schema':{'pattern':'('}}               | schema",
                "{'slug':'a','schema':{'$ref':'http://127.0.0.1/x'}} | schema",
                "{'slug':'a','schema':{'$ref':'classpath:x'}}        | schema",
                "{'slug':'a','schema':{'$ref':'#/$defs/none'}}       | schema",
                "{'slug':'a','schema':{'$schema':'http://a/b'}}      | schema",
                "{'slug':'a','enforce':true}                         | enforce",
                "{'slug':'a','example':7}                            | example",
                "{'slug':'a','schema':{'required':['id']},'example':{}} | example",
                "{'slug':'a','colour':1}                             | colour"
            })
    void refuses_what_cannot_be(String body, String field) {
        ApiCall.Answer refused = write("", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("params").propertyNames()).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({
        "http://json-schema.org/draft-04/schema#",
        "http://json-schema.org/draft-07/schema#",
        "https://json-schema.org/draft/2019-09/schema",
        "https://json-schema.org/draft/2020-12/schema"
    })
    void knows_older_drafts(String dialect) {
        String schema = "{'$schema':'" + dialect + "','properties':{'id':{'type':'integer'}}}";
        assertThat(
                        write("", "{'slug':'invoice.paid','enforce':true,'schema':" + schema + "}")
                                .status())
                .isEqualTo(201);
        assertThat(publish("{'id':'x'}").status()).isEqualTo(400);
        assertThat(publish("{'id':1}").status()).isEqualTo(201);
    }
}
