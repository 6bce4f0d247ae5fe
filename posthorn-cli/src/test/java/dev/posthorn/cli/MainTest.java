package dev.posthorn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    private static final String EMPTY_LIST = "{\"resource\":\"list\",\"data\":[]}";

    @TempDir Path folder;

    @Test
    void help_names_every_command() {
        Cli.Result help = new Cli(folder).run("--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("serve", "endpoint", "webhook-config", "event", "delivery", "queue");
    }

    @Test
    void every_command_has_help() {
        for (String command : new String[] {"serve", "endpoint", "event", "attempt", "queue"}) {
            Cli.Result help = new Cli(folder).run(command, "--help");
            assertThat(help.exitCode()).as(command).isZero();
            assertThat(help.out()).startsWith("Usage: posthorn " + command);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "evnt,unknown argument evnt; did you mean event?,posthorn --help",
        "event,Missing required subcommand,posthorn event --help",
        "event lst,unknown argument lst; did you mean list?,posthorn event --help",
        "event list --lmit 5,unknown option --lmit; did you mean --limit?,posthorn event list --help",
        "event list --since 5,'Invalid value for option ''--since'': \"5\" must be a duration, such"
                + " as 250ms, 15s, 10m, 6h or 7d',posthorn event list --help",
        "event send,'Give --type SLUG, or whole events with --data.',posthorn event send --help",
    })
    void bad_usage_says_what_would_be_right(String args, String message, String help) {
        assertThat(new Cli(folder).run(args.split(" ")))
                .isEqualTo(new Cli.Result(2, "", "posthorn: " + message + "\nTry: " + help + "\n"));
    }

    @Test
    void no_server_is_a_failure_that_says_how_to_start_one() throws IOException {
        String url;
        try (var gone = new FakeApi()) {
            url = gone.url();
        }
        assertThat(new Cli(folder).run("queue", "--url", url))
                .isEqualTo(
                        new Cli.Result(
                                1,
                                "",
                                "posthorn: nothing answers at "
                                        + url
                                        + "\nStart a server with `posthorn serve --dev`, or name"
                                        + " another with --url.\n"));
    }

    @Test
    void a_refusal_shows_sentence_and_fields() throws IOException {
        try (var api = new FakeApi()) {
            api.on(
                    "POST /events",
                    400,
                    "{\"error\":\"invalid-parameter\",\"message\":\"A field is wrong.\","
                            + "\"params\":{\"type\":\"must be a slug\"}}");
            assertThat(new Cli(folder).run("event", "send", "--type", "a", "--url", api.url()))
                    .isEqualTo(
                            new Cli.Result(
                                    1,
                                    "",
                                    "posthorn: A field is wrong.\n  type: must be a slug\n"));
        }
    }

    @Test
    void the_token_of_a_server_here_is_read_from_its_data_folder() throws IOException {
        Files.createDirectories(folder.resolve("posthorn-data"));
        Files.writeString(folder.resolve("posthorn-data/admin-token"), "of-this-machine\n");
        assertThat(tokenOf(new Cli(folder))).isEqualTo("Token of-this-machine");
        assertThat(tokenOf(new Cli(folder).environment("POSTHORN_TOKEN", "of-env")))
                .isEqualTo("Token of-env");
        assertThat(tokenOf(new Cli(folder), "--token", "of-flag")).isEqualTo("Token of-flag");
    }

    @Test
    void another_data_folder_can_be_named() throws IOException {
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(folder.resolve("elsewhere/admin-token"), "of-there");
        assertThat(tokenOf(new Cli(folder), "--data-folder", "elsewhere"))
                .isEqualTo("Token of-there");
        assertThat(tokenOf(new Cli(folder).environment("POSTHORN_DATA", "elsewhere")))
                .isEqualTo("Token of-there");
    }

    @Test
    void without_a_token_none_is_sent() throws IOException {
        assertThat(tokenOf(new Cli(folder))).isNull();
    }

    private static String tokenOf(Cli cli, String... options) throws IOException {
        try (var api = new FakeApi().on("GET /events", 200, EMPTY_LIST)) {
            String[] args = new String[options.length + 4];
            System.arraycopy(new String[] {"event", "list", "--url", api.url()}, 0, args, 0, 4);
            System.arraycopy(options, 0, args, 4, options.length);
            assertThat(cli.run(args).err()).isEmpty();
            return api.calls().get(0).authorization();
        }
    }

    @Test
    void the_file_of_the_user_names_server_and_token() throws IOException {
        try (var api = new FakeApi().on("GET /events", 200, EMPTY_LIST)) {
            Files.writeString(
                    folder.resolve(".posthorn.properties"),
                    "url = " + api.url() + "\ntoken = of-file\n");
            assertThat(new Cli(folder).run("event", "list").exitCode()).isZero();
            assertThat(api.calls().get(0).authorization()).isEqualTo("Token of-file");
        }
    }

    @Test
    void an_unknown_line_in_the_file_of_the_user_stops_the_command() throws IOException {
        Path file = folder.resolve(".posthorn.properties");
        Files.writeString(file, "tokn = x\n");
        assertThat(new Cli(folder).run("queue"))
                .isEqualTo(
                        new Cli.Result(
                                1,
                                "",
                                "posthorn: "
                                        + file
                                        + ": unknown line tokn; did you mean token?\n"
                                        + "It knows url and token.\n"));
    }

    @Test
    void options_may_stand_before_the_command() throws IOException {
        try (var api = new FakeApi().on("GET /events", 200, EMPTY_LIST)) {
            Cli.Result result =
                    new Cli(folder)
                            .run(
                                    "--url", api.url(), "--token", "t", "event", "list", "--limit",
                                    "3");
            assertThat(result.exitCode()).isZero();
            assertThat(api.calls())
                    .containsExactly(new FakeApi.Call("GET /events?limit=3", "Token t", null, ""));
        }
    }

    @Test
    void what_is_no_url_is_refused() {
        assertThat(new Cli(folder).run("queue", "--url", "localhost:8080").err())
                .startsWith("posthorn: \"localhost:8080\" is not the URL of a server");
    }

    @Test
    void a_command_that_is_still_to_come_says_what_to_do_until_then() {
        assertThat(new Cli(folder).run("backup", "--every", "5m", "there"))
                .isEqualTo(
                        new Cli.Result(
                                1,
                                "",
                                "posthorn: backup is not built yet\n"
                                        + "Stop the server and copy its data folder, master-key"
                                        + " included.\n"));
    }
}
