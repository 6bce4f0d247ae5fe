package dev.posthorn.cli.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.cli.Cli;
import dev.posthorn.cli.FakeApi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryCommandsTest {
    private static final String QUEUE =
            "{\"resource\":\"queue\",\"pending\":3,\"endpoints\":[{\"webhook_config\":\"c1\","
                    + "\"pending\":3}]}";

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

    private Cli.Result run(Cli cli, String... args) {
        return cli.environment("POSTHORN_URL", api.url()).run(args);
    }

    @Test
    void resends_and_cancels_one() {
        api.on("POST /deliveries/d1/resend", 200, "{\"id\":\"d1\",\"state\":\"pending\"}");
        api.on("POST /deliveries/d1/cancel", 200, "{\"id\":\"d1\",\"state\":\"cancelled\"}");
        assertThat(run(new Cli(folder).onTerminal(), "delivery", "resend", "d1").out())
                .isEqualTo("id     d1\nstate  pending\n");
        assertThat(run(new Cli(folder).onTerminal(), "delivery", "cancel", "d1").out())
                .isEqualTo("id     d1\nstate  cancelled\n");
    }

    @Test
    void resends_all_of_a_filter_and_waits() {
        var tasks =
                new ArrayDeque<>(
                        List.of(
                                "{\"id\":\"t1\",\"state\":\"processing\",\"results\":[]}",
                                "{\"id\":\"t1\",\"state\":\"succeeded\","
                                        + "\"results\":[{\"resent\":1200,\"skipped\":3}]}"));
        api.on("POST /deliveries/resend", 201, "{\"id\":\"t1\",\"state\":\"pending\"}");
        api.on("GET /tasks/t1", _ -> new FakeApi.Answer(200, tasks.remove()));
        Cli.Result result =
                run(
                        new Cli(folder).onTerminal(),
                        "delivery",
                        "resend",
                        "--endpoint",
                        "c1",
                        "--since",
                        "2026-11-22T10:00:00+01:00",
                        "--rate",
                        "50");
        assertThat(result)
                .isEqualTo(
                        new Cli.Result(
                                0,
                                "✓ 1,200 deliveries are pending again, 0 were made anew, 3"
                                        + " skipped.\n",
                                ""));
        assertThat(api.calls().get(0).body())
                .isEqualTo(
                        "{\"webhook_config\":\"c1\",\"date_created[gte]\":\"2026-11-22T09:00:00Z\","
                                + "\"rate\":50.0}");
    }

    @Test
    void a_dry_run_only_counts() {
        api.on(
                "POST /deliveries/resend",
                200,
                "{\"id\":\"t1\",\"state\":\"succeeded\",\"results\":[{\"counted\":7}]}");
        Cli.Result result =
                run(
                        new Cli(folder).onTerminal(),
                        "delivery",
                        "resend",
                        "--state",
                        "failed",
                        "--dry-run");
        assertThat(result.out()).isEqualTo("✓ 7 deliveries would be sent.\n");
        assertThat(api.calls().get(0).body()).isEqualTo("{\"state\":\"failed\",\"dry_run\":true}");
    }

    @Test
    void a_resend_of_everything_has_to_be_said() {
        Cli.Result result = run(new Cli(folder), "delivery", "resend");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("or say which of them, such as --state failed");
        assertThat(run(new Cli(folder), "delivery", "resend", "d1", "--type", "a").exitCode())
                .isEqualTo(2);
    }

    @Test
    void a_task_that_fails_is_a_failure() {
        api.on(
                "POST /deliveries/resend",
                201,
                "{\"id\":\"t1\",\"state\":\"failed\",\"error\":\"The disk is full.\"}");
        Cli.Result result =
                run(new Cli(folder).onTerminal(), "delivery", "resend", "--state", "failed");
        assertThat(result).isEqualTo(new Cli.Result(1, "✗ The disk is full.\n", ""));
    }

    @Test
    void watches_the_queue_until_the_server_is_gone() {
        var answers =
                new ArrayDeque<>(
                        List.of(
                                new FakeApi.Answer(200, QUEUE),
                                new FakeApi.Answer(200, QUEUE),
                                new FakeApi.Answer(500, "{\"error\":\"x\",\"message\":\"No.\"}")));
        api.on("GET /queue", _ -> answers.remove());
        Cli.Result result = run(new Cli(folder).onTerminal(), "queue", "--watch", "--every", "1ms");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out().lines().filter(line -> line.startsWith("c1"))).hasSize(2);
    }
}
