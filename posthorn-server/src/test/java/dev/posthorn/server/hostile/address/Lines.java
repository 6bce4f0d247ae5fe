package dev.posthorn.server.hostile.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists kept beside the tests: one entry a line, {@code #} for remarks, \\uXXXX for characters. */
final class Lines {
    private static final Pattern CHARACTER = Pattern.compile("\\\\u([0-9a-f]{4})");

    private Lines() {}

    static List<String> of(String file) {
        try (InputStream in = Lines.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new AssertionError("no list " + file);
            }
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Lines::unescaped)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String line) {
        return CHARACTER
                .matcher(line)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
