package dev.posthorn.cli.event;

import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.process.Failure;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What {@code --data} names: JSON itself, a file or the standard input. */
final class EventInput implements AutoCloseable {
    private static final Pattern LINES_FILE = Pattern.compile(".*\\.(ndjson|jsonl)");

    /** Enough to tell whether the first line is an object of its own. */
    private static final int PEEK_BYTES = 32 << 20;

    private final InputStream in;
    private final boolean lines;
    private final long sizeBytes;

    private EventInput(InputStream in, boolean lines, long sizeBytes) {
        this.in = in;
        this.lines = lines;
        this.sizeBytes = sizeBytes;
    }

    static EventInput open(String data, Context context) {
        try {
            if (data.equals("-")) {
                var in = new BufferedInputStream(context.terminal().in());
                return new EventInput(in, startsWithLines(in), 0);
            }
            if (data.startsWith("@")) {
                return ofFile(context.resolve(Path.of(data.substring(1))));
            }
        } catch (IOException e) {
            throw new Failure(data + " cannot be read: " + e.getMessage(), "");
        }
        return new EventInput(
                new ByteArrayInputStream(data.getBytes(StandardCharsets.UTF_8)), false, 0);
    }

    private static EventInput ofFile(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Failure(file + " is not a file that can be read", "");
        }
        boolean lines = LINES_FILE.matcher(file.getFileName().toString()).matches();
        return new EventInput(
                new BufferedInputStream(Files.newInputStream(file)), lines, Files.size(file));
    }

    /** Whether the first line is an object and something follows it. */
    private static boolean startsWithLines(BufferedInputStream in) throws IOException {
        in.mark(PEEK_BYTES);
        var peeked = new Lines(in);
        byte[] first = peeked.next().orElse(new byte[0]);
        boolean more = peeked.next().isPresent();
        in.reset();
        // Forgets the mark: otherwise the buffer would go on growing towards it.
        in.mark(0);
        return more && EventLine.isObject(first);
    }

    boolean isLines() {
        return lines;
    }

    Lines lines() {
        return new Lines(in);
    }

    String text() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** 0 when the end is not known. */
    long sizeBytes() {
        return sizeBytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
