package dev.posthorn.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.cli.Cli;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
    @TempDir Path folder;

    private final List<Settings> started = new ArrayList<>();
    private boolean closed;

    private ServerStarter.Running start(Settings settings) {
        started.add(settings);
        return new ServerStarter.Running() {
            @Override
            public int port() {
                return 4711;
            }

            @Override
            public String adminToken() {
                return "never-printed";
            }

            @Override
            public Path dataFolder() {
                return settings.dataFolder();
            }

            @Override
            public Optional<String> firstLink() {
                return Optional.of("/ui/first/abc");
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }

    private Cli cli() {
        return new Cli(folder).servers(this::start);
    }

    @Test
    void says_where_it_listens_and_drains_when_asked_to_stop() {
        Cli.Result result =
                cli().run(
                                "serve",
                                "--data",
                                "/data",
                                "--max-in-flight",
                                "100",
                                "--listen",
                                "[::1]:0");
        assertThat(result)
                .isEqualTo(
                        new Cli.Result(
                                0,
                                """
                                Posthorn listens on http://[::1]:4711
                                  data         /data
                                  admin token  in /data/admin-token
                                  in flight    100 requests at once: 400 deliveries/s to receivers that answer in 250 ms
                                  dashboard    make the first user within 7 days, once:
                                               http://[::1]:4711/ui/first/abc
                                Ctrl-C stops it.
                                """,
                                "stopping: what is under way is finished first\n"));
        assertThat(closed).isTrue();
    }

    @Test
    void takes_settings_from_file_environment_and_flags() throws IOException {
        Files.writeString(folder.resolve("posthorn.properties"), "retention=1d\nmax-batch=5\n");
        Cli.Result result =
                cli().environment("POSTHORN_MAX_BATCH", "6")
                        .environment("POSTHORN_MAX_BACH", "7")
                        .run("serve", "--https-only", "true");
        assertThat(result.exitCode()).isZero();
        Settings settings = started.get(0);
        assertThat(settings.get(Known.RETENTION)).hasDays(1);
        assertThat(settings.get(Known.MAX_BATCH)).isEqualTo(6);
        assertThat(settings.get(Known.HTTPS_ONLY)).isTrue();
        assertThat(result.err())
                .startsWith(
                        "posthorn: environment variable POSTHORN_MAX_BACH is no setting of"
                                + " Posthorn and is ignored; did you mean POSTHORN_MAX_BATCH?\n");
    }

    @Test
    void dev_opens_loopback() {
        Cli.Result result = cli().run("serve", "--dev");
        assertThat(result.out()).contains("--dev        receivers on loopback");
        assertThat(started.get(0).get(Known.EGRESS_PORTS).contains(5432)).isTrue();
    }

    @Test
    void dev_listens_nowhere_else() {
        Cli.Result result = cli().run("serve", "--dev", "--listen", "0.0.0.0:80");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).startsWith("posthorn: --dev listens on loopback only");
        assertThat(started).isEmpty();
    }

    @Test
    void names_every_setting_that_stops_the_start() throws IOException {
        Files.writeString(folder.resolve("posthorn.properties"), "retension=1d\n");
        Cli.Result result = cli().run("serve", "--database-url", "x", "--max-batch", "none");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().lines())
                .containsExactly(
                        "posthorn: "
                                + folder.resolve("posthorn.properties")
                                + ": retension is no setting of Posthorn; did you mean retention?",
                        "posthorn: --database-url is not available in this version: leave it out",
                        "posthorn: --max-batch must be a number, not \"none\"");
    }

    @Test
    void a_flag_that_is_no_setting_names_the_nearest() {
        assertThat(cli().run("serve", "--retension", "1d"))
                .isEqualTo(
                        new Cli.Result(
                                2,
                                "",
                                """
                                posthorn: unknown option --retension; did you mean --retention?
                                Try: posthorn serve --help
                                """));
    }

    @Test
    void prints_settings_with_where_they_come_from_and_secrets_masked() {
        Cli.Result result =
                cli().onTerminal()
                        .environment("POSTHORN_ADMIN_TOKEN", "0123456789abcdef")
                        .run("serve", "--print-config", "--retention", "3d");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines().map(line -> line.replaceAll(" +", " ")))
                .contains("retention 3d flag", "admin-token ******** environment")
                .contains("listen 127.0.0.1:8080 default");
        assertThat(result.out()).doesNotContain("0123456789abcdef");
        assertThat(started).isEmpty();
    }

    @Test
    void another_file_can_be_named_but_must_exist() throws IOException {
        Files.writeString(folder.resolve("other.properties"), "retention=2d\n");
        cli().run("serve", "--config", "other.properties");
        assertThat(started.get(0).get(Known.RETENTION)).hasDays(2);
        Cli.Result missing = cli().run("serve", "--config", "none.properties");
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("none.properties is not a file that can be read");
    }
}
