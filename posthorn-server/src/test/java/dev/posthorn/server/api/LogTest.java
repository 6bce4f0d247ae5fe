package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTest {
    private static ApiFixture api;
    private static Story story;
    private static ApiCall reader;

    @BeforeAll
    static void start() {
        api = new ApiFixture();
        story = Story.of(api, "acme");
        ApiCall publisher = api.as("acme-publish");
        publisher.post("/events", "{'type':'user.deleted','entity_id':'7','data':{}}");
        publisher.post("/events", "{'type':'comment.created','data':{'id':'c'}}");
        reader = api.as("acme-read");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void shows_an_event_with_its_data() {
        ApiCall.Answer event = reader.get("/events/" + story.event());
        assertThat(event.status()).isEqualTo(200);
        assertThat(event.at("state")).isEqualTo("delivered");
        assertThat(event.text()).endsWith(",'data':{'name':'Zoë'}}");
        assertThat(reader.get("/events?limit=1").text()).doesNotContain("'data':{");
    }

    @ParameterizedTest
    @CsvSource({
        "'', comment.created user.deleted user.updated",
        "type=user, user.deleted user.updated",
        "type=user.updated, user.updated",
        "action=created, comment.created",
        "state=delivered, user.updated",
        "state=pending, comment.created user.deleted",
        "entity_id=c, comment.created",
        "entity_id=7, user.updated",
        "entity_id=%227%22, user.deleted",
        "entity_id=8, ''",
        "order=asc&limit=2, user.updated user.deleted",
        "date_created[lt]=2026-11-22, ''",
        "date_created[gte]=2026-11-22&date_created[lte]=2026-11-23, comment.created user.deleted user.updated",
        "organisation=acme&type=comment, comment.created"
    })
    void finds_events(String query, String types) {
        assertThat(String.join(" ", reader.get("/events?" + query).each("event_type")))
                .isEqualTo(types);
    }

    @Test
    void shows_a_publisher_its_own_events_only() {
        ApiCall publisher = api.as("acme-publish");
        assertThat(publisher.get("/events").each("event_type"))
                .containsExactly("comment.created", "user.deleted");
        assertThat(publisher.get("/events/" + story.event()).status()).isEqualTo(404);
        assertThat(
                        publisher
                                .get("/events/" + publisher.get("/events").each("id").getFirst())
                                .status())
                .isEqualTo(200);
    }

    @Test
    void shows_a_delivery() {
        assertThat(reader.get("/deliveries/" + story.delivery()).text())
                .isEqualTo(
                        "200 {'id':'%s','resource':'delivery','event':'%s','webhook_config':'%s',"
                                        .formatted(
                                                story.delivery(), story.event(), story.endpoint())
                                + "'type':'user.updated','state':'delivered','held':false,'attempts':1,"
                                + "'next_attempt':null,'last_status':200,'last_error':null,"
                                + "'date_created':'2026-11-22T04:29:00.000Z',"
                                + "'date_completed':'2026-11-22T04:29:00.001Z','reason':null}");
    }

    @Test
    void finds_deliveries() {
        assertThat(reader.get("/deliveries").each("type"))
                .containsExactly("comment.created", "user.deleted", "user.updated");
        assertThat(reader.get("/deliveries?state=delivered").each("id"))
                .containsExactly(story.delivery());
        assertThat(reader.get("/deliveries?event=" + story.event()).each("id"))
                .containsExactly(story.delivery());
        assertThat(reader.get("/deliveries?webhook_config=" + story.endpoint()).each("id"))
                .hasSize(3);
        assertThat(reader.get("/deliveries?type=comment").each("type"))
                .containsExactly("comment.created");
        assertThat(reader.get("/deliveries?state=pending&type=user.deleted").each("type"))
                .containsExactly("user.deleted");
        assertThat(reader.get("/deliveries?state=failed").each("id")).isEmpty();
        assertThat(reader.get("/deliveries?state=cancelled").each("id")).isEmpty();
        assertThat(reader.get("/deliveries?date_created[lt]=2026-11-22").each("id")).isEmpty();
        assertThat(reader.get("/deliveries?date_created__gte=2026-11-22&limit=2").each("type"))
                .containsExactly("comment.created", "user.deleted");
        assertThat(reader.get("/deliveries?state=lost").text())
                .startsWith("400 {'error':'invalid-parameter'")
                .contains("'state':");
        assertThat(reader.get("/deliveries?webhook_config=nobody").each("id")).isEmpty();
        assertThat(reader.get("/deliveries?event=nothing").each("id")).isEmpty();
    }

    @Test
    void shows_what_was_sent_and_what_came_back() {
        ApiCall.Answer attempt = reader.get("/attempts/" + story.attempt());
        assertThat(attempt.at("delivery")).isEqualTo(story.delivery());
        assertThat(attempt.text())
                .contains(
                        "'method':'POST','url':'https://example.com/in'",
                        "\\'type\\':\\'user.updated\\'",
                        "'response':{'status':200",
                        "'body':'thanks'",
                        "'ip':'192.0.2.1'");
        String within = "/deliveries/" + story.delivery() + "/attempts";
        assertThat(reader.get(within).each("id")).containsExactly(story.attempt());
        assertThat(reader.get(within).at("url")).isEqualTo(within);
        assertThat(reader.get("/attempts?delivery=" + story.delivery()).each("id"))
                .containsExactly(story.attempt());
        assertThat(reader.get("/attempts?webhook_config=" + story.endpoint()).each("id"))
                .containsExactly(story.attempt());
        assertThat(reader.get("/attempts?webhook_config=nobody").each("id")).isEmpty();
        assertThat(reader.get("/attempts?delivery=nothing").each("id")).isEmpty();
        assertThat(reader.get("/attempts?state=failed").text())
                .startsWith("400 {'error':'invalid-parameter'")
                .contains("'state':");
    }

    @Test
    void finds_tasks() {
        assertThat(reader.get("/tasks?type=webhook_config.test&state=succeeded").each("id"))
                .containsExactly(story.task());
        assertThat(reader.get("/tasks?state=failed").each("id")).isEmpty();
        assertThat(reader.get("/tasks/" + story.task()).at("target")).isEqualTo(story.endpoint());
    }

    @ParameterizedTest
    @CsvSource({
        "/events/nothing",
        "/deliveries/nothing",
        "/attempts/nothing",
        "/tasks/nothing",
        "/deliveries/nothing/attempts"
    })
    void knows_nothing_by_that_id(String path) {
        assertThat(reader.get(path).text())
                .isEqualTo(
                        "404 {'error':'not-found','message':'There is nothing here by this name.'}");
    }
}
