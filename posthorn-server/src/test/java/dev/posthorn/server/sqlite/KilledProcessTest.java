package dev.posthorn.server.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the writing process outright, again and again over the same data. */
class KilledProcessTest {
    private static final int KILLS = 3;

    @TempDir private Path parent;

    @Test
    void everything_acknowledged_is_there_after_a_kill() throws Exception {
        Path folder = parent.resolve("data");
        Path database = folder.resolve("posthorn.db");
        Set<String> said = new TreeSet<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            said.addAll(runAndKill(folder, 2_000 * kill));

            assertThat(Rows.query(database, "PRAGMA integrity_check")).containsExactly("ok");
            Set<String> stored = new HashSet<>();
            stored.addAll(
                    Rows.query(database, "SELECT 'e' || seq FROM event WHERE data IS NOT NULL"));
            stored.addAll(Rows.query(database, "SELECT 's' || seq FROM delivery WHERE state = 1"));
            assertThat(said).isSubsetOf(stored);
            assertThat(
                            Rows.query(
                                    database,
                                    "SELECT count(*) FROM event e WHERE NOT EXISTS (SELECT 1"
                                            + " FROM delivery d WHERE d.seq = e.seq + 1)"))
                    .containsExactly("0");
        }
        try (OpenStore store = OpenStore.in(folder)) {
            long pending = store.pendingCounts().values().stream().mapToLong(count -> count).sum();
            assertThat(Rows.query(database, "SELECT count(*) FROM delivery WHERE state = 0"))
                    .containsExactly(Long.toString(pending));
        }
    }

    /**
     * What the process said before and while it died, less its last line, which may be half a one;
     * it is killed after {@code lines}.
     */
    private static Set<String> runAndKill(Path folder, int lines) throws IOException {
        Process victim = start(folder);
        Set<String> said = new HashSet<>();
        try (BufferedReader out = victim.inputReader()) {
            String previous = null;
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (previous != null && previous.matches("[es][0-9]+")) {
                    said.add(previous);
                }
                previous = line;
                if (said.size() == lines) {
                    victim.toHandle().destroyForcibly();
                }
            }
        } finally {
            victim.toHandle().destroyForcibly();
        }
        assertThat(said).hasSizeGreaterThanOrEqualTo(lines);
        return said;
    }

    private static Process start(Path folder) throws IOException {
        String classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        CrashVictim.class.getName(),
                        folder.toString());
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
