package dev.posthorn.cli.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.cli.Cli;
import dev.posthorn.cli.FakeApi;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done with an endpoint that is there. */
class EndpointWorkTest {
    @TempDir Path folder;

    private FakeApi api;

    @BeforeEach
    void start() throws IOException {
        api = new FakeApi();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private Cli.Result run(String... args) {
        return new Cli(folder).onTerminal().environment("POSTHORN_URL", api.url()).run(args);
    }

    @Test
    void rotates_the_secret_and_prints_it_alone() {
        api.on("POST /configs/webhook/c1/rotate", 200, "{\"secret\":\"whsec_new\"}");
        assertThat(run("endpoint", "rotate", "c1", "--grace", "1h"))
                .isEqualTo(
                        new Cli.Result(
                                0,
                                "whsec_new\n",
                                "Give this secret to the receiver before the old one ends.\n"));
        assertThat(api.calls().get(0).body()).isEqualTo("{\"grace_seconds\":3600}");
    }

    @Test
    void pauses_and_resumes() {
        api.on("POST /configs/webhook/c1", 200, "{\"id\":\"c1\",\"paused\":true}");
        run("endpoint", "pause", "c1");
        run("webhook-config", "resume", "c1");
        assertThat(api.calls().stream().map(FakeApi.Call::body))
                .containsExactly("{\"paused\":true}", "{\"paused\":false}");
    }

    @Test
    void replays_a_window() {
        api.on(
                "POST /configs/webhook/c1/replay",
                201,
                "{\"id\":\"t1\",\"state\":\"succeeded\",\"results\":[{\"resent\":2,\"created\":1}]}");
        Cli.Result result =
                run(
                        "endpoint",
                        "replay",
                        "c1",
                        "--since",
                        "2026-11-22T10:00:00Z",
                        "--until",
                        "2026-11-22T11:00:00Z",
                        "--state",
                        "missed");
        assertThat(result)
                .isEqualTo(
                        new Cli.Result(
                                0,
                                "✓ 2 deliveries are pending again, 1 were made anew, 0 skipped.\n",
                                ""));
        assertThat(api.calls().get(0).body())
                .isEqualTo(
                        "{\"since\":\"2026-11-22T10:00:00Z\",\"until\":\"2026-11-22T11:00:00Z\","
                                + "\"state\":\"missed\"}");
    }

    @Test
    void a_detached_replay_prints_its_task() {
        api.on("POST /configs/webhook/c1/replay", 201, "{\"id\":\"t1\",\"state\":\"pending\"}");
        assertThat(run("endpoint", "replay", "c1", "--since", "1h", "--detach").out())
                .isEqualTo("id     t1\nstate  pending\n");
    }

    @Test
    void a_replay_needs_a_time_that_can_be_read() {
        assertThat(run("endpoint", "replay", "c1").exitCode()).isEqualTo(2);
        assertThat(run("endpoint", "replay", "c1", "--since", "2026-11-22Tnoon").err())
                .contains("\"2026-11-22Tnoon\" must be a time, such as 2026-11-22T10:00:00Z");
    }

    @Test
    void shows_how_it_does_without_idle_times() {
        api.on(
                "GET /configs/webhook/c1/stats",
                200,
                """
                {"range":"1h","attempts":3,"success_rate":0.6667,
                 "states":{"delivered":2,"failed":0,"missed":0},
                 "buckets":[
                  {"date":"2026-11-22T10:00:00.000Z","attempts":0,"states":{"delivered":0}},
                  {"date":"2026-11-22T10:01:00.000Z","attempts":3,"retries":1,"success_rate":0.6667,
                   "states":{"delivered":2,"failed":0,"missed":0},
                   "latency_ms":{"p50":12.4,"p99":40.6}}]}\
                """);
        assertThat(run("endpoint", "stats", "c1", "--range", "1h").out())
                .isEqualTo(
                        """
                        FROM                 ATTEMPTS  RETRIES  DELIVERED  FAILED  MISSED  SUCCESS  P50 MS  P99 MS
                        2026-11-22 10:01:00  3         1        2          0       0       66.7 %   12      41

                        1h: 3 attempts, 66.7 % of them successful; 2 delivered, 0 failed, 0 missed
                        """);
    }
}
