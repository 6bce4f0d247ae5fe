package dev.posthorn.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.cli.Cli;
import dev.posthorn.cli.FakeApi;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeCommandsTest {
    @TempDir Path folder;

    @Test
    void shows_the_trail() throws IOException {
        try (var api =
                new FakeApi()
                        .on(
                                "GET /audit",
                                200,
                                """
                                {"resource":"list","data":[{"date_created":"2026-11-22T10:00:00.000Z",
                                  "action":"key.rotate","actor":{"type":"user","id":"u1","name":"Ada"},
                                  "target":{"type":"key","id":"k1","name":null},"address":"127.0.0.1",
                                  "changes":[{"field":"name"},{"field":"state"}]}]}\
                                """)) {
            Cli cli = new Cli(folder).onTerminal().environment("POSTHORN_URL", api.url());
            assertThat(cli.run("audit", "--actor", "u1").out())
                    .isEqualTo(
                            """
                            WHEN                 ACTION      WHO       WHAT    FROM       FIELDS
                            2026-11-22 10:00:00  key.rotate  user Ada  key k1  127.0.0.1  name,state
                            """);
            assertThat(api.asked()).containsExactly("GET /audit?limit=20&actor=u1");
        }
    }

    @Test
    void shows_the_nodes() throws IOException {
        try (var api =
                new FakeApi()
                        .on(
                                "GET /cluster",
                                200,
                                """
                                {"pending":1200,"in_flight":3,"lag_ms":40,"nodes":[{"name":"a",
                                  "version":"1","state":"ready","date_started":"2026-11-22T10:00:00.000Z",
                                  "shards":1,"disk_free_bytes":2147483648,"database_bytes":1073741824}]}\
                                """)) {
            Cli cli = new Cli(folder).onTerminal().environment("POSTHORN_URL", api.url());
            assertThat(cli.run("cluster").out())
                    .isEqualTo(
                            """
                            NODE  VERSION  STATE  STARTED              SHARDS  DATABASE  DISK FREE
                            a     1        ready  2026-11-22 10:00:00  1       1.00 GiB  2.00 GiB

                            1,200 pending, 3 in flight, 40 ms behind
                            """);
        }
    }
}
