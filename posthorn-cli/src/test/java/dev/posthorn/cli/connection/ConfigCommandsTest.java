package dev.posthorn.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.cli.Cli;
import dev.posthorn.cli.FakeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandsTest {
    private static final String TOKEN = "posthorn_abcdefghijklmnopqrstuvwxyz";

    @TempDir Path folder;

    private FakeApi api;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        api = new FakeApi().on("GET /key", 200, "{\"id\":\"k\"}");
        file = folder.resolve(".posthorn.properties");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private Cli cli() {
        return new Cli(folder).onTerminal();
    }

    @Test
    void writes_a_file_for_its_owner_alone() throws IOException {
        Cli.Result result =
                cli().input(TOKEN + "\n").run("config", "init", "--url", api.url(), "--token", "-");
        assertThat(result)
                .isEqualTo(new Cli.Result(0, "✓ " + file + " names " + api.url() + "\n", ""));
        assertThat(api.calls().get(0).authorization()).isEqualTo("Token " + TOKEN);
        assertThat(file)
                .content()
                .isEqualTo(
                        "# Which Posthorn the command line talks to.\nurl = "
                                + api.url()
                                + "\ntoken = "
                                + TOKEN
                                + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void writes_nothing_the_server_does_not_take() {
        api.on("GET /key", 401, "{\"error\":\"unauthorised\",\"message\":\"No.\"}");
        Cli.Result result = cli().run("config", "init", "--url", api.url(), "--token", TOKEN);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).startsWith("posthorn: No.\nGive --token");
        assertThat(file).doesNotExist();
    }

    @Test
    void replaces_a_file_only_when_told_even_a_broken_one() throws IOException {
        Files.writeString(file, "tokn = x\n");
        Cli.Result kept = cli().run("config", "init", "--url", api.url(), "--token", TOKEN);
        assertThat(kept.exitCode()).isEqualTo(1);
        assertThat(kept.err()).contains("add --force to replace it");
        cli().run("config", "init", "--url", api.url(), "--token", TOKEN, "--force", "--no-check");
        assertThat(file).content().contains("token = " + TOKEN);
        assertThat(api.calls()).isEmpty();
    }

    @Test
    void leaves_the_token_of_a_server_here_where_it_is() throws IOException {
        Files.createDirectories(folder.resolve("posthorn-data"));
        Path token = Files.writeString(folder.resolve("posthorn-data/admin-token"), TOKEN);
        Cli.Result result = cli().run("config", "init", "--url", api.url());
        assertThat(result.out()).endsWith("The token stays in " + token + ".\n");
        assertThat(file).content().doesNotContain(TOKEN);
    }

    @Test
    void shows_what_is_in_use_without_the_token() throws IOException {
        Files.writeString(file, "url = https://p.example\ntoken = " + TOKEN + "\n");
        assertThat(
                        cli().environment("POSTHORN_URL", "https://q.example")
                                .run("config", "view")
                                .out())
                .isEqualTo(
                        """
                        SETTING  VALUE              FROM
                        url      https://q.example  POSTHORN_URL
                        token    posthorn_abc…      %s
                        """
                                .formatted(file));
        assertThat(cli().run("config", "view", "--json", "--token", "short").out())
                .contains("\"https://p.example\"", "\"value\" : \"…\"", "\"from\" : \"--token\"");
    }
}
