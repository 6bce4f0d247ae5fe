package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.lane.LaneView;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class QueueTest {
    private static final long SOON_MS = ApiFixture.NOW_MS + 1_000;
    private static final long LATER_MS = ApiFixture.NOW_MS + 60_000;

    private ApiFixture api;
    private ApiCall reader;

    @BeforeEach
    void start() {
        api = new ApiFixture();
        reader = api.as("acme-read");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void an_empty_queue_has_neither_an_oldest_nor_a_next_one() {
        assertThat(reader.get("/queue").text())
                .isEqualTo(
                        "200 {'resource':'queue','pending':0,'due':0,'held':0,'in_flight':0,"
                                + "'oldest':null,'next_due':null,'accepted_per_s':null,"
                                + "'delivered_per_s':null,'endpoints':[]}");
    }

    @Test
    void shows_every_field_of_an_endpoint_that_waits() {
        EndpointId endpoint = endpoint("'name':'Zoë'");
        api.lanes.add(new LaneView(endpoint, 7, 2, 4, SOON_MS, "timeout"));

        assertThat(reader.get("/queue").text())
                .contains(
                        "'pending':7,'due':0,'held':0,'in_flight':2,",
                        "'next_due':'2026-11-22T04:29:01.000Z'",
                        "'endpoints':[{'webhook_config':'%s','name':'Zoë',"
                                        .formatted(ApiFixture.text(endpoint.seq()))
                                + "'url':'https://example.com/','pending':7,'due':0,'in_flight':2,"
                                + "'window':4,'next_due':'2026-11-22T04:29:01.000Z',"
                                + "'last_error':'timeout'}]");
    }

    @Test
    void what_waits_for_its_endpoint_rather_than_its_time_is_held() {
        EndpointId paused = endpoint("'paused':true");
        EndpointId invalid = endpoint("'url':'https://bad.example.com/'");
        api.lanes.add(new LaneView(paused, 3, 0, 8, LATER_MS, null));
        api.lanes.add(new LaneView(invalid, 4, 0, 8, LATER_MS, null));
        api.lanes.add(new LaneView(endpoint(""), 5, 0, 8, LATER_MS, null));

        JsonNode queue = reader.get("/queue").json();

        assertThat(queue.get("held").intValue()).isEqualTo(7);
        assertThat(queue.get("pending").intValue()).isEqualTo(12);
    }

    @Test
    void endpoints_with_most_pending_come_first_and_a_limit_cuts_the_rest_off() {
        EndpointId few = endpoint("");
        EndpointId most = endpoint("");
        EndpointId some = endpoint("");
        EndpointId idle = endpoint("");
        api.lanes.add(new LaneView(few, 1, 0, 8, LATER_MS, null));
        api.lanes.add(new LaneView(most, 900, 0, 8, LATER_MS, null));
        api.lanes.add(new LaneView(some, 30, 0, 8, SOON_MS, null));
        api.lanes.add(new LaneView(idle, 0, 0, 8, null, "timeout"));

        assertThat(lines(reader.get("/queue"))).containsExactly(text(most), text(some), text(few));
        ApiCall.Answer first = reader.get("/queue?limit=1");
        assertThat(lines(first)).containsExactly(text(most));
        assertThat(first.at("pending")).isEqualTo("931");
        assertThat(first.at("next_due")).isEqualTo("2026-11-22T04:29:01.000Z");
    }

    @Test
    void the_oldest_is_when_the_first_that_still_waits_was_made() {
        EndpointId endpoint = endpoint("");
        api.as("acme-publish").post("/events", "{'type':'user.updated','data':{}}");
        api.lanes.add(new LaneView(endpoint, 1, 0, 8, ApiFixture.NOW_MS, null));

        assertThat(reader.get("/queue").at("oldest")).isEqualTo("2026-11-22T04:29:00.000Z");
    }

    @Test
    void a_limit_that_is_none_is_refused_by_name() {
        assertThat(reader.get("/queue?limit=0").text())
                .startsWith("400 {'error':'invalid-parameter'")
                .contains("'limit':");
        assertThat(reader.get("/queue?page=2").text()).contains("'page':");
    }

    private static List<String> lines(ApiCall.Answer queue) {
        return queue.json().get("endpoints").values().stream()
                .map(line -> line.get("webhook_config").asString())
                .toList();
    }

    private static String text(EndpointId endpoint) {
        return ApiFixture.text(endpoint.seq());
    }

    private EndpointId endpoint(String fields) {
        String url = fields.contains("'url'") ? "" : "'url':'https://example.com/'";
        String and = url.isEmpty() || fields.isEmpty() ? "" : ",";
        String id =
                api.as("acme-manage")
                        .with("Ricloud-Await", "5")
                        .post("/configs/webhook", "{" + url + and + fields + "}")
                        .at("id");
        return new EndpointId(ApiFixture.IDS.seq(id).orElseThrow());
    }
}
