package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/seeds.md} names tests that exist. */
class SeedsTableTest {
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)\\.([a-z0-9_]+)`");

    private static Map<String, String> sources;
    private static List<String> rows;

    @BeforeAll
    static void read() throws IOException {
        Path root = root();
        rows =
                Files.readString(root.resolve("docs/seeds.md"))
                        .lines()
                        .filter(line -> line.startsWith("| ") && !line.startsWith("| Where"))
                        .toList();
        sources = new HashMap<>();
        try (Stream<Path> modules = Files.list(root)) {
            modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::exists)
                    .forEach(SeedsTableTest::remember);
        }
    }

    private static void remember(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith("Test.java"))
                    .forEach(file -> sources.merge(className(file), text(file), String::concat));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests run in the module's folder or in that of the whole. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/seeds.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_promise_has_a_test() {
        assertThat(rows).hasSizeGreaterThan(60);
        assertThat(rows)
                .allSatisfy(row -> {
                    String proof = row.split(" \\| ", -1)[3];
                    assertThat(proof).containsPattern(NAMED);
                });
    }

    @Test
    void every_test_that_is_named_exists() {
        List<String> missing =
                rows.stream()
                        .flatMap(row -> NAMED.matcher(row).results())
                        .filter(named ->
                                !sources.getOrDefault(named.group(1), "")
                                        .contains(" " + named.group(2) + "("))
                        .map(named -> named.group())
                        .toList();
        assertThat(missing).isEmpty();
    }
}
