package dev.posthorn.cli.connection;

import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.process.Failure;
import dev.posthorn.server.settings.Nearest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** {@code ~/.posthorn.properties}: which server the user means, and the token for it. */
record UserFile(Path path) {
    private static final String NAME = ".posthorn.properties";
    private static final List<String> NAMES = List.of("url", "token");

    static UserFile of(Context context) {
        return new UserFile(context.home().resolve(NAME));
    }

    boolean isThere() {
        return Files.exists(path);
    }

    /** Empty without a file; a line it does not know is a {@link Failure}. */
    Map<String, String> lines() {
        if (!isThere()) {
            return Map.of();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure(
                    path + " cannot be read: " + e.getMessage(),
                    "Correct it, or make a new one: posthorn config init --force");
        }
        var lines = new TreeMap<String, String>();
        for (String name : properties.stringPropertyNames()) {
            if (!NAMES.contains(name)) {
                throw new Failure(
                        path + ": unknown line " + name + Nearest.hint(name, NAMES),
                        "It knows url and token.");
            }
            lines.put(name, properties.getProperty(name));
        }
        return lines;
    }

    /** Renamed into place, and never readable by others: a token is as good as a password. */
    void write(Map<String, String> lines) {
        var text = new StringBuilder("# Which Posthorn the command line talks to.\n");
        lines.forEach((name, value) ->
                text.append(name).append(" = ").append(escaped(value)).append('\n'));
        try {
            Path fresh = Files.createTempFile(path.getParent(), NAME, ".new", onlyOwner(path));
            Files.writeString(fresh, text);
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure(
                    path + " cannot be written: " + e.getMessage(),
                    "Set POSTHORN_URL and POSTHORN_TOKEN instead.");
        }
    }

    /** Mode 600, where there are modes. */
    private static FileAttribute<?>[] onlyOwner(Path near) {
        boolean posix = near.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** As {@link Properties} reads it back. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\");
    }
}
