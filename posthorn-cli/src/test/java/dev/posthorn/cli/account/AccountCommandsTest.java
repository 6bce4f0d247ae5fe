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

    private Cli.Result run(FakeApi api, String... args) {
        Cli.Result result = new Cli(folder).environment("POSTHORN_URL", api.url()).run(args);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        return result;
    }
}
