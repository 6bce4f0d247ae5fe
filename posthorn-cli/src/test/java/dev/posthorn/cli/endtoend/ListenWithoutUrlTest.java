package dev.posthorn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.cli.Cli;
import dev.posthorn.cli.FakeApi;
import dev.posthorn.client.Filter;
import dev.posthorn.client.NewEvent;
import dev.posthorn.client.resource.Attempt;
import dev.posthorn.client.resource.Task;
import dev.posthorn.client.resource.WebhookConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code posthorn listen} and a server that could not reach it. */
class ListenWithoutUrlTest {
    @TempDir private Path folder = Path.of("");
    private Node node;

    @BeforeEach
    void start() {
        node = Node.start(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        node.close();
    }

    /** Runs {@code posthorn listen}, does {@code meanwhile} while it listens, and ends it. */
    private Cli.Result listen(Runnable meanwhile, String... options) {
        String[] args = new String[options.length + 1];
        args[0] = "listen";
        System.arraycopy(options, 0, args, 1, options.length);
        return cli(meanwhile).run(args);
    }

    private Cli cli(Runnable meanwhile) {
        return new Cli(folder)
                .onTerminal()
                .environment("POSTHORN_URL", node.url())
                .environment("POSTHORN_TOKEN", node.token())
                .environment("HOSTNAME", "laptop")
                .stop(finish -> {
                    meanwhile.run();
                    finish.run();
                });
    }

    private void publish(String type) {
        node.client()
                .events()
                .publish(
                        NewEvent.of(type)
                                .entityId("7")
                                .dataJson("{\"id\":\"7\",\"name\":\"Zoë\"}"));
    }

    private void settled() {
        Patience.until(
                () -> node.client().queue().pending() == 0, () -> node.client().queue().toString());
    }

    private WebhookConfig endpoint() {
        return node.client().webhookConfigs().list().findFirst().orElseThrow();
    }

    private Attempt lastAttempt() {
        return node.client().attempts().list(Filter.ALL).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "ricloud,user.updated",
        "eventinsight,user.update",
        "fastcomments,comment",
        "standard,user.updated",
        "cloudevents,user.updated",
    })
    void verifies_what_each_profile_sends(String profile, String printed) {
        Cli.Result result =
                listen(
                        () -> {
                            publish(
                                    profile.equals("fastcomments")
                                            ? "comment.created"
                                            : "user.updated");
                            settled();
                            assertThat(lastAttempt().response().status()).isEqualTo(200);
                        },
                        "--profile",
                        profile);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .startsWith("Listening as laptop: * in the profile " + profile)
                .containsPattern(printed + " +[0-9a-f-]{36}  ✓ verified by ")
                .contains("→ 200");
    }

    @ParameterizedTest
    @CsvSource({"ricloud", "eventinsight", "fastcomments", "standard", "cloudevents"})
    void passes_the_test_of_each_profile(String profile) {
        Cli.Result result =
                listen(
                        () -> {
                            Task task = node.client().webhookConfigs().testById(endpoint().id());
                            Patience.until(
                                    () -> node.client().tasks().retrieve(task.id()).isOver(),
                                    task::toString);
                            assertThat(node.client().tasks().retrieve(task.id()).state())
                                    .isEqualTo("succeeded");
                        },
                        "--profile",
                        profile);
        assertThat(result.out()).contains("→ 200");
    }

    @Test
    void has_the_same_secret_next_time_and_leaves_nothing_in_the_list() {
        String first = listen(() -> {}).out();
        assertThat(node.client().webhookConfigs().list()).isEmpty();
        assertThat(listen(() -> {}).out()).isEqualTo(first).contains("Signed with whsec_");
    }

    @Test
    void a_second_one_on_the_machine_has_a_name_of_its_own() {
        Cli.Result[] second = {null};
        listen(() -> second[0] = listen(() -> {}));
        assertThat(second[0].out()).startsWith("Listening as laptop-2: ");
        Cli.Result[] refused = {null};
        listen(() -> refused[0] = listen(() -> {}, "--name", "mine"), "--name", "mine");
        assertThat(refused[0].exitCode()).isEqualTo(1);
        assertThat(refused[0].err()).contains("Give this one another name.");
    }

    @Test
    void reports_what_the_program_behind_it_answers() throws IOException {
        try (var program = new FakeApi().on("POST /in", 418, "{\"tea\":true}")) {
            listen(
                    () -> {
                        publish("user.updated");
                        Patience.until(
                                () -> !program.calls().isEmpty() && attempts() > 0, () -> "");
                        Attempt attempt = lastAttempt();
                        assertThat(attempt.response().status()).isEqualTo(418);
                        assertThat(attempt.response().body()).isEqualTo("{\"tea\":true}");
                        assertThat(program.calls().getFirst().body())
                                .isEqualTo(attempt.request().body());
                    },
                    "--forward-to",
                    program.url() + "/in");
        }
    }

    private long attempts() {
        return node.client().attempts().list(Filter.ALL).count();
    }

    @Test
    void puts_the_event_s_id_behind_the_program_s_url_as_ricloud_does() throws IOException {
        try (var program = new FakeApi()) {
            listen(
                    () -> {
                        publish("user.updated");
                        Patience.until(() -> attempts() > 0, () -> "");
                        assertThat(program.asked())
                                .containsExactly("POST /in/" + lastAttempt().event() + "?a=b");
                    },
                    "--profile",
                    "ricloud",
                    "--forward-to",
                    program.url() + "/in/?a=b");
        }
    }

    @Test
    void says_that_the_program_behind_it_is_not_there() throws IOException {
        String url;
        try (var gone = new FakeApi()) {
            url = gone.url() + "/in";
        }
        Cli.Result result =
                listen(
                        () -> {
                            publish("user.updated");
                            Patience.until(() -> attempts() > 0, () -> "");
                            assertThat(lastAttempt().error().message())
                                    .isEqualTo("Nothing answers at " + url + ".");
                        },
                        "--forward-to",
                        url);
        assertThat(result.out()).contains("→ Nothing answers at " + url + ".");
    }

    @Test
    void plays_a_bad_receiver_and_hears_only_what_it_wants() {
        Cli.Result result =
                listen(
                        () -> {
                            publish("comment.created");
                            publish("user.updated");
                            Patience.until(() -> attempts() > 0, () -> "");
                            assertThat(lastAttempt().response().status()).isEqualTo(503);
                        },
                        "--status",
                        "503",
                        "--only",
                        "user.*",
                        "--json");
        assertThat(result.out().lines()).hasSize(1);
        assertThat(result.out())
                .startsWith("{\"resource\":\"visit\"")
                .contains("\"type\":\"user.updated\"", "\"verified\":true", "\"status\":503");
        assertThat(result.err()).startsWith("Listening as laptop: user.* in the profile standard");
    }

    @Test
    void goes_on_when_the_server_comes_back() {
        Cli.Result result =
                listen(() -> {
                    int port = node.posthorn().port();
                    node.close();
                    node = Node.start(folder.resolve("data"), port);
                    publish("user.updated");
                    settled();
                });
        assertThat(result.out()).contains("✓ verified", "→ 200");
        assertThat(result.err())
                .startsWith(
                        "Connection lost: the server ended it, the server is stopping; again in"
                                + " 500 ms")
                .contains("Connected again as laptop.");
    }

    @Test
    void signs_with_a_secret_of_one_s_own() {
        String own = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";
        Cli.Result result =
                listen(
                        () -> {
                            publish("user.updated");
                            settled();
                        },
                        "--secret",
                        own);
        assertThat(result.out()).contains("Signed with " + own, "✓ verified");
    }

    @Test
    void says_what_the_server_refuses() {
        Cli.Result profile = listen(() -> {}, "--profile", "none");
        assertThat(profile.exitCode()).isEqualTo(1);
        assertThat(profile.err()).contains("profile: there is none called none");
        Cli.Result name = listen(() -> {}, "--name", "my laptop");
        assertThat(name.exitCode()).isEqualTo(1);
        assertThat(name.err()).contains("name: must be 1 to 64 of A-Za-z0-9._-");
        Cli.Result token = cli(() -> {}).environment("POSTHORN_TOKEN", "x").run("listen");
        assertThat(token.exitCode()).isEqualTo(1);
        for (var bad :
                List.of(
                        List.of("--status", "99"),
                        List.of("--fail-rate", "2"),
                        List.of("--forward-to", "localhost:3000"))) {
            assertThat(listen(() -> {}, bad.toArray(String[]::new)).exitCode())
                    .as(bad.toString())
                    .isEqualTo(2);
        }
    }
}
