package dev.posthorn.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManualTest {
    /** What the contract names. */
    private static final List<String> NAMED =
            List.of(
                    "serve",
                    "demo",
                    "listen",
                    "endpoint create",
                    "endpoint list",
                    "endpoint get",
                    "endpoint update",
                    "endpoint test",
                    "endpoint rotate",
                    "endpoint replay",
                    "endpoint pause",
                    "endpoint delete",
                    "event send",
                    "event list",
                    "event get",
                    "delivery list",
                    "delivery get",
                    "delivery resend",
                    "delivery cancel",
                    "attempt list",
                    "queue",
                    "pause",
                    "organisation create",
                    "key create",
                    "event-type import",
                    "event-type export",
                    "profile list",
                    "verify",
                    "config init",
                    "config view",
                    "bench");

    @TempDir Path folder;

    @Test // When this fails: ./posthorn manual > docs/cli.md
    void the_page_is_current() throws IOException {
        assertThat(new Cli(folder).run("manual").out())
                .isEqualTo(Files.readString(root().resolve("docs/cli.md")));
    }

    @Test
    void describes_every_command_of_the_contract() {
        String manual = new Cli(folder).run("manual").out();
        assertThat(NAMED)
                .allSatisfy(name ->
                        assertThat(manual).containsPattern("(?m)^##+ posthorn " + name + "$"));
    }

    @Test
    void completes_every_command() {
        Cli.Result script = new Cli(folder).run("completion");
        assertThat(script.exitCode()).isZero();
        assertThat(script.out())
                .startsWith("#!/usr/bin/env bash\n")
                .contains("ZSH_VERSION", "webhook-config", "--idempotency-key", "event-type");
    }

    /** Tests run in the module's folder or in that of the whole. */
    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("docs/seeds.md"))) {
            at = at.getParent();
        }
        return at;
    }
}
