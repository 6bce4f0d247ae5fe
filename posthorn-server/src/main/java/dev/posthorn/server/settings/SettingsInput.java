package dev.posthorn.server.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Everything somebody may have set, as text.
 *
 * @param fileName how messages call the file
 * @param file names and texts of its lines
 * @param environment the whole of it; only {@code POSTHORN_…} counts
 * @param flags by name without {@code --}
 */
public record SettingsInput(
        String fileName,
        Map<String, String> file,
        Map<String, String> environment,
        Map<String, String> flags) {
    /** Looked for in the folder the server is started in. */
    public static final String FILE_NAME = "posthorn.properties";

    public SettingsInput {
        file = Map.copyOf(file);
        environment = Map.copyOf(environment);
        flags = Map.copyOf(flags);
    }

    /** With the lines of {@code file}; a file that does not exist has none. */
    public static SettingsInput of(
            Path file, Map<String, String> environment, Map<String, String> flags) {
        return new SettingsInput(file.toString(), lines(file), environment, flags);
    }

    private static Map<String, String> lines(Path file) {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new SettingsException(List.of(file + " cannot be read: " + e.getMessage()));
            }
        }
        var lines = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(n -> lines.put(n, properties.getProperty(n)));
        return lines;
    }

    /** The text of a file that holds nothing but a secret. */
    static String secretIn(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
