package dev.posthorn.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.cli.Cli;
import dev.posthorn.cli.FakeApi;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PauseCommandTest {
    @TempDir Path folder;

    private Cli.Result run(FakeApi api, String... args) {
        return new Cli(folder).onTerminal().environment("POSTHORN_URL", api.url()).run(args);
    }

    @Test
    void the_operator_holds_every_organisation() throws IOException {
        try (var api =
                new FakeApi()
                        .on("GET /key", 200, "{\"id\":\"k\",\"scopes\":[\"operator\"]}")
                        .on(
                                "GET /organisations",
                                200,
                                "{\"resource\":\"list\",\"data\":[{\"id\":\"o1\",\"name\":\"Acme\"},"
                                        + "{\"id\":\"o2\",\"state\":\"deactivated\"}]}")
                        .on("POST /organisations/o1", 200, "{\"id\":\"o1\",\"name\":\"Acme\"}")) {
            assertThat(run(api, "pause", "--all").out())
                    .isEqualTo(
                            "o1  Acme\n✓ 1 organisation paused; `posthorn resume --all` ends it\n");
            assertThat(api.calls().get(2).body()).isEqualTo("{\"paused\":true}");
        }
    }

    @Test
    void others_hold_their_own() throws IOException {
        try (var api =
                new FakeApi()
                        .on("GET /key", 200, "{\"id\":\"k\",\"scopes\":[\"manage\"]}")
                        .on("POST /organisation", 200, "{\"id\":\"o1\",\"name\":\"Acme\"}")) {
            assertThat(run(api, "resume", "--all").out())
                    .isEqualTo("o1  Acme\n✓ 1 organisation going on\n");
            assertThat(api.calls().get(1).body()).isEqualTo("{\"paused\":false}");
        }
    }

    @Test
    void all_has_to_be_said() throws IOException {
        try (var api = new FakeApi()) {
            assertThat(run(api, "pause").exitCode()).isEqualTo(2);
            assertThat(api.calls()).isEmpty();
        }
    }
}
