package dev.posthorn.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.cli.Cli;
import dev.posthorn.cli.server.ServerStarter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything together: the real server on the embedded store, real HTTP both ways. */
class DemoCommandTest {
    private static final String HELD =
            """
            Ledger
              27 deliveries = 27 delivered + 0 failed + 0 cancelled + 0 pending
              lost 0, duplicates 0

            Everything held.
            """;

    @TempDir Path folder;

    @Test
    void everything_arrives_verified_and_the_ledger_balances() {
        Cli.Result result = new Cli(folder).run("demo", "--once");
        assertThat(result.out())
                .contains("✓ fastcomments  DELETE /fastcomments")
                .contains("✗ standard      POST   /standard           verified, but answered 500")
                .contains(
                        "✓ standard      POST   /standard           verified  the same again after")
                .endsWith(HELD);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void stays_up_with_lines_to_copy_until_it_is_stopped() {
        var server = new ArrayList<ServerStarter.Running>();
        List<Path> afterwards = new ArrayList<>();
        Cli.Result result =
                new Cli(folder)
                        .servers(settings -> {
                            server.add(ServerStarter.EMBEDDED.start(settings));
                            return server.getFirst();
                        })
                        .stop(finish -> {
                            assertThat(server.getFirst().dataFolder()).exists();
                            finish.run();
                            afterwards.add(server.getFirst().dataFolder());
                        })
                        .run("demo");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains(HELD)
                .contains("  curl -s http://127.0.0.1:" + server.getFirst().port() + "/events")
                .contains("listen --webhook-url http://127.0.0.1:8090")
                .contains("posthorn serve");
        assertThat(afterwards).hasSize(1).noneMatch(Files::exists);
    }
}
