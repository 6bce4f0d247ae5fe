package dev.posthorn.bench.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hostile bench of some seconds: says nothing of speed, only that everybody honest is served. */
class HostileBenchTest {
    @Test
    void every_attempt_is_made_and_every_honest_delivery_arrives(@TempDir Path folder)
            throws IOException {
        HostilePlan plan =
                new HostilePlan(
                        140,
                        70,
                        50,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(3),
                        "256m",
                        Files.createDirectory(folder.resolve("data")));

        HostileReport report = new HostileBench(plan, _ -> {}).measure();

        assertThat(report.attempts()).isGreaterThanOrEqualTo(140);
        assertThat(report.undelivered()).isZero();
        assertThat(report.text()).startsWith(report.attempts() + " attempts at 14 kinds");
    }
}
