package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.lane.LaneView;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NodeTest {
    private static ApiFixture api;

    @BeforeAll
    static void start() {
        api = new ApiFixture();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void says_whether_it_is_well() {
        assertThat(api.as("").get("/healthz").text()).isEqualTo("200 {'status':'ok'}");
        assertThat(api.as("").get("/readyz").text()).isEqualTo("200 {'status':'ready'}");
        api.obstacle = Optional.of("It is stopping.");
        ApiCall.Answer stopping = api.as("").get("/readyz");
        api.obstacle = Optional.empty();
        assertThat(stopping.text())
                .isEqualTo("503 {'error':'unavailable','message':'It is stopping.'}");
        assertThat(stopping.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void shows_the_nodes_to_the_operator() {
        api.lanes.clear();
        api.lanes.add(new LaneView(endpoint("acme"), 7, 2, 8, ApiFixture.NOW_MS - 1_500, null));
        ApiCall.Answer cluster = api.as("operator").get("/cluster");
        api.lanes.clear();
        assertThat(cluster.text())
                .isEqualTo(
                        "200 {'resource':'cluster','pending':7,'in_flight':2,'lag_ms':1500,"
                                + "'nodes':[{'name':'embedded','version':'1.0','state':'ready',"
                                + "'date_started':'2026-11-22T04:29:00.000Z','shards':256,"
                                + "'disk_free_bytes':5000,'database_bytes':4096}]}");
        assertThat(api.as("acme-all").get("/cluster").status()).isEqualTo(403);
    }

    @Test
    void knows_its_profiles() {
        ApiCall.Answer profiles = api.as("acme-read").get("/profiles");
        assertThat(profiles.each("name"))
                .containsExactly(
                        "ricloud",
                        "eventinsight",
                        "fastcomments",
                        "standard",
                        "cloudevents",
                        "svix");
        assertThat(api.as("acme-read").get("/profiles/fastcomments").text())
                .isEqualTo(
                        "200 {'id':'fastcomments','resource':'profile','name':'fastcomments',"
                                + "'built_in':true,'retry':{'unit_s':60,'attempts':99,'stop_on':[]}}");
        assertThat(api.as("acme-read").get("/profiles/nonsense").status()).isEqualTo(404);
    }

    @Test
    void shows_what_is_waiting() {
        EndpointId acme = endpoint("acme");
        EndpointId other = endpoint("other");
        api.as("acme-publish").post("/events", "{'type':'a','data':{}}");
        api.lanes.clear();
        api.lanes.add(new LaneView(acme, 1, 0, 8, ApiFixture.NOW_MS, "timeout"));
        api.lanes.add(new LaneView(other, 50, 3, 4, ApiFixture.NOW_MS + 1000, null));
        ApiCall.Answer all = api.as("operator").get("/queue");
        assertThat(all.text())
                .startsWith(
                        "200 {'resource':'queue','pending':51,'due':1,'held':0,'in_flight':3,"
                                + "'oldest':'2026-11-22T04:29:00.000Z',"
                                + "'next_due':'2026-11-22T04:29:00.000Z',"
                                + "'accepted_per_s':2,'delivered_per_s':1,'endpoints':[{"
                                + "'webhook_config':'"
                                + ApiFixture.text(other.seq())
                                + "'");
        ApiCall.Answer acmes = api.as("acme-read").get("/queue");
        assertThat(acmes.text())
                .startsWith("200 {'resource':'queue','pending':1,'due':1,'held':0,'in_flight':0,")
                .contains("'accepted_per_s':null,'delivered_per_s':null")
                .doesNotContain(ApiFixture.text(other.seq()));
        assertThat(api.as("acme-read").get("/queue?organisation=other").at("pending"))
                .isEqualTo("0");
    }

    private static EndpointId endpoint(String organisation) {
        String id =
                api.as(organisation + "-manage")
                        .with("Ricloud-Await", "5")
                        .post("/configs/webhook", "{'url':'https://example.com/'}")
                        .at("id");
        return new EndpointId(ApiFixture.IDS.seq(id).orElseThrow());
    }
}
