package dev.posthorn.cli.event;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Reads lines as bytes. Blank lines are skipped but counted; {@code CR LF} ends a line too. */
final class Lines {
    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int from;
    private int to;
    private long number;
    private long bytes;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line that is not blank, without its end; empty at the end of the stream. */
    Optional<byte[]> next() throws IOException {
        while (fill()) {
            byte[] line = trimmed(line());
            number++;
            if (line.length > 0) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** Up to the next line feed or the end of the stream. */
    private byte[] line() throws IOException {
        var line = new ByteArrayOutputStream(1024);
        while (fill()) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, from, end - from);
            boolean complete = end < to;
            bytes += end - from + (complete ? 1 : 0);
            from = complete ? end + 1 : end;
            if (complete) {
                break;
            }
        }
        return line.toByteArray();
    }

    /** Whether there is at least one byte in the buffer. */
    private boolean fill() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, in.read(buffer));
        }
        return from < to;
    }

    private static byte[] trimmed(byte[] line) {
        int end = line.length;
        while (end > 0 && line[end - 1] <= ' ' && line[end - 1] >= 0) {
            end--;
        }
        return Arrays.copyOf(line, end);
    }

    /** Number of the line last read, from 1. */
    long number() {
        return number;
    }

    /** Bytes read so far. */
    long bytes() {
        return bytes;
    }
}
