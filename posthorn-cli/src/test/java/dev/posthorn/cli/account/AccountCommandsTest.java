package dev.posthorn.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.cli.Cli;
import dev.posthorn.cli.FakeApi;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountCommandsTest {
    @TempDir Path folder;

    @Test
    void makes_organisations_and_keys() throws IOException {
        try (var api =
                new FakeApi()
                        .on("POST /organisations", 201, "{\"id\":\"o1\"}")
                        .on("POST /keys", 201, "{\"id\":\"k1\",\"token\":\"posthorn_x\"}")) {
            run(api, "organisation", "create", "--name", "Acme", "--uid", "acme");
            Cli.Result key =
                    run(api, "key", "create", "--scopes", "publish,read", "--organisation", "acme");
            assertThat(key.out()).contains("\"token\" : \"posthorn_x\"");
            assertThat(api.calls().stream().map(FakeApi.Call::body))
                    .containsExactly(
                            "{\"name\":\"Acme\",\"uid\":\"acme\"}",
                            "{\"scopes\":[\"publish\",\"read\"],\"organisation\":\"acme\"}");
        }
    }

    @Test
    void looks_at_organisations_and_keys() throws IOException {
        String empty = "{\"resource\":\"list\",\"data\":[]}";
        try (var api =
                new FakeApi()
                        .on("GET /organisations", 200, empty)
                        .on("GET /organisations/acme", 200, "{\"id\":\"o1\"}")
                        .on("GET /keys", 200, empty)
                        .on("GET /keys/k1", 200, "{\"id\":\"k1\"}")) {
            run(api, "organisation", "list");
            run(api, "organisation", "get", "acme");
            run(api, "key", "list", "--organisation", "acme");
            run(api, "key", "get", "k1");
            assertThat(api.asked())
                    .containsExactly(
                            "GET /organisations?limit=20",
                            "GET /organisations/acme",
                            "GET /keys?limit=20&organisation=acme",
                            "GET /keys/k1");
        }
    }

    @Test
    void changes_organisations_and_keys() throws IOException {
        try (var api =
                new FakeApi()
                        .on("POST /organisations/acme", 200, "{}")
                        .on("POST /keys/k1", 200, "{}")
                        .on("POST /keys/k1/rotate", 200, "{}")
                        .on("POST /organisations/acme/portal", 200, "{\"url\":\"http://p/\"}")
                        .on("DELETE /organisations/acme", 200, "{}")
                        .on("GET /key", 200, "{}")
                        .on("GET /organisation", 200, "{}")) {
            run(
                    api,
                    "organisation",
                    "update",
                    "acme",
                    "--default-endpoint",
                    "c1",
                    "--state",
                    "active");
            run(api, "organisation", "portal", "acme", "--scope", "read", "--expires-in", "10m");
            run(api, "organisation", "current");
            run(api, "organisation", "delete", "acme", "--purge", "--yes");
            run(api, "key", "update", "k1", "--scopes", "read", "--set", "date_expires=null");
            run(api, "key", "rotate", "k1");
            run(api, "key", "current");
            assertThat(api.calls().stream().map(call -> (call.what() + " " + call.body()).strip()))
                    .containsExactly(
                            "POST /organisations/acme"
                                    + " {\"webhook_config_default\":\"c1\",\"state\":\"active\"}",
                            "POST /organisations/acme/portal {\"scope\":\"read\",\"expires_s\":600}",
                            "GET /organisation",
                            "DELETE /organisations/acme?purge=true",
                            "POST /keys/k1 {\"date_expires\":null,\"scopes\":[\"read\"]}",
                            "POST /keys/k1/rotate",
                            "GET /key");
        }
    }

    @Test
    void erases_nothing_that_was_not_meant() throws IOException {
        try (var api = new FakeApi()) {
            Cli.Result result =
                    new Cli(folder)
                            .environment("POSTHORN_URL", api.url())
                            .run("organisation", "delete", "acme", "--purge");
            assertThat(result)
                    .isEqualTo(
                            new Cli.Result(
                                    2,
                                    "",
                                    "posthorn: --purge erases the organisation acme with all its"
                                            + " endpoints and events\n"
                                            + "That cannot be undone. If it is meant, add --yes.\n"));
            assertThat(api.calls()).isEmpty();
        }
    }

    private Cli.Result run(FakeApi api, String... args) {
        Cli.Result result = new Cli(folder).environment("POSTHORN_URL", api.url()).run(args);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        return result;
    }
}
