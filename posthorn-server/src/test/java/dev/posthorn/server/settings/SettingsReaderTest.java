package dev.posthorn.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    @TempDir Path folder;

    @Test
    void the_environment_outranks_the_file_and_flags_outrank_both() {
        Settings settings =
                read(
                                Map.of("retention", "1d", "max-batch", "1", "listen", "[::1]:1"),
                                Map.of("POSTHORN_RETENTION", "2d", "POSTHORN_MAX_BATCH", "2"),
                                Map.of("retention", "3d"))
                        .settings();
        assertThat(settings.get(Known.RETENTION)).isEqualTo(Duration.ofDays(3));
        assertThat(settings.get(Known.MAX_BATCH)).isEqualTo(2);
        assertThat(settings.get(Known.LISTEN)).isEqualTo(new ListenAddress("::1", 1));
        assertThat(settings.source(Known.RETENTION)).isEqualTo(Source.FLAG);
        assertThat(settings.source(Known.MAX_BATCH)).isEqualTo(Source.ENVIRONMENT);
        assertThat(settings.source(Known.LISTEN)).isEqualTo(Source.FILE);
        assertThat(settings.source(Known.DATA)).isEqualTo(Source.STANDARD);
    }

    @Test
    void every_problem_is_named_at_once() {
        assertThatThrownBy(() ->
                        read(
                                Map.of("retension", "1d", "https-only", "yes"),
                                Map.of("POSTHORN_MAX_BATCH", "0"),
                                Map.of("database-url", "postgresql://a", "xyz", "1")))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        String.join(
                                System.lineSeparator(),
                                "test.properties: https-only must be true or false, not \"yes\"",
                                "test.properties: retension is no setting of Posthorn;"
                                        + " did you mean retention?",
                                "POSTHORN_MAX_BATCH must be from 1 to 10000, not \"0\"",
                                "--database-url is not available in this version: leave it out",
                                "--xyz is no setting of Posthorn"));
    }

    @Test
    void an_unknown_variable_is_only_a_warning() {
        assertThat(
                        read(Map.of(), Map.of("POSTHORN_RETENSION", "1d", "HOME", "/"), Map.of())
                                .warnings())
                .containsExactly(
                        "environment variable POSTHORN_RETENSION is no setting of Posthorn and is"
                                + " ignored; did you mean POSTHORN_RETENTION?");
    }

    @Test
    void variables_of_the_command_line_are_not_settings() {
        var environment = Map.of("POSTHORN_URL", "http://x", "POSTHORN_TOKEN", "t");
        assertThat(read(Map.of(), environment, Map.of()).warnings()).isEmpty();
    }

    @Test
    void an_empty_variable_means_not_set() {
        Settings settings =
                read(Map.of("retention", "1d"), Map.of("POSTHORN_RETENTION", ""), Map.of())
                        .settings();
        assertThat(settings.get(Known.RETENTION)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void an_empty_egress_allow_means_none() {
        Settings settings =
                read(
                                Map.of("egress-allow", "10.0.0.0/8"),
                                Map.of("POSTHORN_EGRESS_ALLOW", ""),
                                Map.of())
                        .settings();
        assertThat(settings.get(Known.EGRESS_ALLOW)).isEmpty();
    }

    @Test
    void a_secret_may_come_from_a_file_of_its_own() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "0123456789abcdef\n");
        Settings settings =
                read(Map.of(), Map.of("POSTHORN_ADMIN_TOKEN_FILE", file.toString()), Map.of())
                        .settings();
        assertThat(settings.get(Known.ADMIN_TOKEN)).isEqualTo("0123456789abcdef");
        assertThat(settings.shown(Known.ADMIN_TOKEN)).isEqualTo("********");
    }

    @Test
    void a_secret_given_twice_is_refused() {
        assertThatThrownBy(() ->
                        read(
                                Map.of("admin-token", "0123456789abcdef"),
                                Map.of(),
                                Map.of("admin-token-file", "/nowhere")))
                .hasMessage("give admin-token or admin-token-file, not both");
    }

    @Test
    void a_secret_file_that_is_not_there_stops_the_start() {
        Path file = folder.resolve("none");
        assertThatThrownBy(
                        () -> read(Map.of(), Map.of(), Map.of("master-key-file", file.toString())))
                .hasMessage("master-key-file: " + file + " cannot be read");
    }

    @Test
    void a_refused_secret_is_not_repeated() {
        assertThatThrownBy(() -> read(Map.of(), Map.of(), Map.of("admin-token", "geheim")))
                .hasMessage(
                        "--admin-token must be 16 to 256 printable ASCII characters without"
                                + " spaces");
    }

    @Test
    void reads_the_lines_of_a_file() throws IOException {
        Path file = folder.resolve("posthorn.properties");
        Files.writeString(file, "# ours\nretention = 1d\nuser-agent: Horn/1\n");
        Settings settings =
                SettingsReader.read(SettingsInput.of(file, Map.of(), Map.of())).settings();
        assertThat(settings.get(Known.RETENTION)).isEqualTo(Duration.ofDays(1));
        assertThat(settings.userAgent()).isEqualTo("Horn/1");
    }

    @Test
    void a_file_that_does_not_exist_sets_nothing() {
        var input = SettingsInput.of(folder.resolve("none"), Map.of(), Map.of());
        assertThat(SettingsReader.read(input).settings().source(Known.RETENTION))
                .isEqualTo(Source.STANDARD);
    }

    private static SettingsReader.Result read(
            Map<String, String> file, Map<String, String> environment, Map<String, String> flags) {
        return SettingsReader.read(new SettingsInput("test.properties", file, environment, flags));
    }
}
