package dev.posthorn.server.dashboard.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * How a receiver verifies in one language: the code of {@code docs/receivers}.
 *
 * @param id for links to it
 */
public record Snippet(String id, String language, String code) {
    private static final List<Snippet> ALL =
            List.of(read("Java"), read("JavaScript"), read("Python"), read("Go"), read("PHP"));

    static List<Snippet> all() {
        return ALL;
    }

    private static Snippet read(String language) {
        String id = language.toLowerCase(Locale.ROOT);
        String name = "snippet/" + id + ".txt";
        try (InputStream file = Snippet.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("there is no " + name);
            }
            String code = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new Snippet(id, language, code.strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
