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

class EndpointCommandsTest {
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

    private static String endpoint(String state) {
        return "{\"id\":\"c1\",\"resource\":\"webhook_config\",\"state\":\""
                + state
                + "\",\"state_reason\":\"It answered 404.\"}";
    }

    @Test
    void creates_with_the_profile_its_name_stands_for() {
        api.on("POST /configs/webhook", 201, endpoint("valid"));
        run(new Cli(folder), "endpoint", "create", "--url", "http://r/");
        run(new Cli(folder), "webhook-config", "create", "--url", "http://r/");
        run(
                new Cli(folder),
                "endpoint",
                "create",
                "--url",
                "http://r/",
                "--profile",
                "cloudevents");
        assertThat(api.calls().stream().map(FakeApi.Call::body))
                .containsExactly(
                        "{\"url\":\"http://r/\",\"profile\":\"standard\"}",
                        "{\"url\":\"http://r/\",\"profile\":\"ricloud\"}",
                        "{\"url\":\"http://r/\",\"profile\":\"cloudevents\"}");
    }

    @Test
    void sends_every_option_under_its_name_in_the_api() {
        api.on("POST /configs/webhook", 201, endpoint("valid"));
        run(
                new Cli(folder),
                "endpoint",
                "create",
                "--url",
                "http://r/",
                "--name",
                "Shop",
                "--events",
                "user.*,comment.deleted",
                "--channels",
                "day-1",
                "--header",
                "X-Shop: 42",
                "--rate",
                "0.5",
                "--ordering",
                "fifo",
                "--retry-waits",
                "5,300",
                "--set",
                "options={\"forged_test\":false}",
                "--uid",
                "shop",
                "--secret",
                "0123456789abcdef",
                "--organisation",
                "acme");
        assertThat(api.calls().get(0).body())
                .isEqualTo(
                        "{\"name\":\"Shop\",\"event_types\":[\"user.*\",\"comment.deleted\"],"
                                + "\"channels\":[\"day-1\"],\"rate_limit\":0.5,\"ordering\":\"fifo\","
                                + "\"headers\":{\"X-Shop\":\"42\"},\"retry\":{\"waits_s\":[5,300]},"
                                + "\"options\":{\"forged_test\":false},\"url\":\"http://r/\","
                                + "\"profile\":\"standard\",\"uid\":\"shop\","
                                + "\"secret\":\"0123456789abcdef\",\"organisation\":\"acme\"}");
    }

    @Test
    void waits_for_the_verdict_and_prints_it() {
        api.on("POST /configs/webhook", 201, endpoint("new"))
                .on("GET /configs/webhook/c1", 200, endpoint("invalid"));
        Cli.Result result =
                run(new Cli(folder).onTerminal(), "endpoint", "create", "--url", "http://r/");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .endsWith(
                        """
                        ✗ It answered 404.
                          When that is put right: posthorn endpoint test c1
                        """);
    }

    @Test
    void a_test_shows_every_call_and_fails_with_the_task() {
        api.on(
                "POST /configs/webhook/c1/test",
                201,
                "{\"id\":\"t1\",\"state\":\"failed\",\"results\":[{\"event_type\":\"comment.created\","
                        + "\"passed\":true,\"response\":{\"status\":200},\"message\":\"as expected\"},"
                        + "{\"event_type\":\"comment.created\",\"passed\":false,\"response\":null,"
                        + "\"message\":\"it timed out\"}]}");
        Cli.Result result = run(new Cli(folder).onTerminal(), "endpoint", "test", "c1");
        assertThat(result)
                .isEqualTo(
                        new Cli.Result(
                                1,
                                """
                                ✓ comment.created  200  as expected
                                ✗ comment.created  no answer  it timed out
                                test failed
                                """,
                                ""));
    }

    @Test
    void an_update_needs_something_to_change() {
        Cli.Result result = run(new Cli(folder), "endpoint", "update", "c1");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("posthorn: Say what to change, such as --url URL.");
    }

    @Test
    void lists_on_a_terminal_as_a_table() {
        api.on(
                "GET /configs/webhook",
                200,
                "{\"resource\":\"list\",\"has_more\":true,\"data\":[{\"id\":\"c1\",\"name\":null,"
                        + "\"url\":\"http://r/\",\"profile\":\"standard\",\"event_types\":[\"a.*\",\"b\"],"
                        + "\"state\":\"valid\",\"date_created\":\"2026-11-22T10:15:30.123Z\"}]}");
        Cli.Result result =
                run(new Cli(folder).onTerminal(), "endpoint", "list", "--state", "valid");
        assertThat(result.out())
                .isEqualTo(
                        """
                        ID  NAME  URL        PROFILE   EVENTS  STATE  CREATED
                        c1        http://r/  standard  a.*,b   valid  2026-11-22 10:15:30
                        There are more: add --after-id c1
                        """);
        assertThat(api.asked()).containsExactly("GET /configs/webhook?limit=20&state=valid");
    }

    @Test
    void shows_and_deactivates_one() {
        api.on("GET /configs/webhook/c1", 200, endpoint("valid"))
                .on("DELETE /configs/webhook/c1", 200, endpoint("deactivated"));
        assertThat(run(new Cli(folder).onTerminal(), "endpoint", "get", "c1").out())
                .isEqualTo(
                        """
                        id            c1
                        state         valid
                        state_reason  It answered 404.
                        """);
        assertThat(run(new Cli(folder), "endpoint", "delete", "c1").exitCode()).isZero();
    }
}
