package dev.posthorn.cli.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text given in place, as {@code @FILE}, or as {@code -} for the standard input. */
public final class TextInput {
    /** Far more than any document the API takes, and little enough to hold. */
    private static final int MOST_BYTES = 16 << 20;

    private TextInput() {}

    public static String of(String given, Context context) {
        if (given.equals("-") || given.startsWith("@")) {
            return ofFile(given.equals("-") ? given : given.substring(1), context);
        }
        return given;
    }

    /** {@code name} of a file, or {@code -}. */
    public static String ofFile(String name, Context context) {
        try (InputStream in = open(name, context)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Failure(name + " is larger than 16 MiB", "Give a smaller one.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure(name + " cannot be read: " + e.getMessage(), "Correct its name.");
        }
    }

    private static InputStream open(String name, Context context) throws IOException {
        if (name.equals("-")) {
            return context.terminal().in();
        }
        Path file = context.resolve(Path.of(name));
        if (!Files.isRegularFile(file)) {
            throw new Failure(file + " is not a file that can be read", "Correct its name.");
        }
        return Files.newInputStream(file);
    }
}
