package dev.posthorn.cli.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.cli.Cli;
import dev.posthorn.cli.FakeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueCommandsTest {
    private static final String CATALOGUE =
            """
            {"resource":"list","data":[
              {"id":"order.paid","slug":"order.paid","description":"Paid.","schema":{"type":"object"},
               "enforce":true,"example":null,"archived":false,"date_created":"2026-11-22T10:00:00Z"},
              {"id":"user.created","slug":"user.created","description":"Built in.","schema":null,
               "enforce":false,"example":null,"archived":false,"date_created":null}]}\
            """;

    private static final String DOCUMENT =
            """
            openapi: 3.1.0
            info:
              title: Event types
              version: "1"
            webhooks:
              order.paid:
                post:
                  description: Paid.
                  x-posthorn-enforce: true
                  requestBody:
                    content:
                      application/json:
                        schema:
                          type: object
                  responses:
                    "2XX":
                      description: Received.
            """;

    @TempDir Path folder;

    private FakeApi api;

    /** The archived part of the catalogue is the same list, which is harmless here. */
    @BeforeEach
    void start() throws IOException {
        api = new FakeApi().on("GET /event-types", 200, "{\"resource\":\"list\",\"data\":[]}");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private Cli.Result run(Cli cli, String... args) {
        return cli.onTerminal().environment("POSTHORN_URL", api.url()).run(args);
    }

    private void catalogue() {
        api.on(
                "GET /event-types",
                query ->
                        new FakeApi.Answer(
                                200,
                                api.asked().getLast().contains("archived")
                                        ? "{\"resource\":\"list\",\"data\":[]}"
                                        : CATALOGUE));
    }

    @Test
    void exports_what_was_made_here() {
        catalogue();
        assertThat(run(new Cli(folder), "event-type", "export"))
                .isEqualTo(new Cli.Result(0, DOCUMENT, ""));
    }

    @Test
    void writes_no_file_over_another_unless_told() throws IOException {
        catalogue();
        Path file = Files.writeString(folder.resolve("o.json"), "mine");
        assertThat(run(new Cli(folder), "event-type", "export", "o.json").err())
                .isEqualTo(
                        "posthorn: " + file + " is there already\nAdd --force to write over it.\n");
        run(new Cli(folder), "event-type", "export", "o.json", "--force");
        assertThat(file).content().startsWith("{\n  \"openapi\" : \"3.1.0\"");
    }

    @Test
    void imports_what_is_new_and_what_differs() {
        catalogue();
        api.on("POST /event-types", 201, "{}").on("POST /event-types/user.created", 200, "{}");
        String more =
                DOCUMENT
                        + "  order.sent: {post: {summary: Sent.}}\n"
                        + "  user.created: {post: {summary: Ours.}}\n";
        assertThat(run(new Cli(folder).input(more), "event-type", "import", "-"))
                .isEqualTo(
                        new Cli.Result(
                                0,
                                """
                                SLUG          OUTCOME
                                order.paid    unchanged
                                order.sent    created
                                user.created  updated
                                """,
                                ""));
        assertThat(api.calls().stream().map(FakeApi.Call::body).filter(body -> !body.isEmpty()))
                .containsExactly(
                        "{\"description\":\"Sent.\",\"archived\":false,\"slug\":\"order.sent\"}",
                        "{\"description\":\"Ours.\",\"archived\":false}");
    }

    @Test
    void a_dry_run_changes_nothing() {
        Cli.Result result =
                run(new Cli(folder).input(DOCUMENT), "event-type", "import", "-", "--dry-run");
        assertThat(result.out()).endsWith("order.paid  created, if not for --dry-run\n");
        assertThat(api.asked()).allMatch(call -> call.startsWith("GET "));
    }

    @Test
    void makes_and_changes_types_by_hand() throws IOException {
        api.on("POST /event-types", 201, "{}").on("POST /event-types/a.b", 200, "{}");
        Files.writeString(folder.resolve("schema.json"), "{\"type\":\"object\"}");
        run(
                new Cli(folder),
                "event-type",
                "create",
                "a.b",
                "--description",
                "A.",
                "--schema",
                "@schema.json",
                "--enforce");
        run(
                new Cli(folder),
                "event-type",
                "update",
                "a.b",
                "--no-enforce",
                "--set",
                "archived=false");
        assertThat(api.calls().stream().map(FakeApi.Call::body))
                .containsExactly(
                        "{\"description\":\"A.\",\"schema\":{\"type\":\"object\"},\"enforce\":true,"
                                + "\"slug\":\"a.b\"}",
                        "{\"enforce\":false,\"archived\":false}");
        assertThat(run(new Cli(folder), "event-type", "update", "a.b").exitCode()).isEqualTo(2);
        Cli.Result bad = run(new Cli(folder), "event-type", "create", "a", "--schema", "{");
        assertThat(bad.exitCode()).isEqualTo(2);
        assertThat(bad.err()).startsWith("posthorn: --schema is not JSON: ");
    }

    @Test
    void defines_profiles() {
        api.on("PUT /profiles/mine", 201, "{\"name\":\"mine\"}");
        run(new Cli(folder).input("{\"method\":\"PUT\"}"), "profile", "put", "mine", "--data", "-");
        assertThat(api.calls().get(0).body()).isEqualTo("{\"method\":\"PUT\"}");
    }
}
