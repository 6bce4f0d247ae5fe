package dev.posthorn.bench.wire;

import java.nio.charset.StandardCharsets;

/**
 * Finds where an HTTP/1.1 message ends, making no objects. One instance serves one thread: {@link
 * #read} overwrites what it found before. Bodies come with a {@code Content-Length} or not at all;
 * chunked ones are refused, as neither program under test sends any.
 */
public final class Head {
    private static final byte[] LENGTH = ascii("content-length:");
    private static final byte[] ENCODING = ascii("transfer-encoding:");

    private int start;
    private int bodyStart;
    private int end;

    /**
     * Reads the message that starts at {@code from}.
     *
     * @return false when it is not complete before {@code to}
     */
    public boolean read(byte[] bytes, int from, int to) {
        start = from;
        int length = 0;
        int line = from;
        while (true) {
            int newline = Scan.newline(bytes, line, to);
            if (newline < 0) {
                return false;
            }
            if (newline - line <= 1) {
                return ends(newline + 1, length, to);
            }
            if (Scan.beginsIgnoringCase(bytes, line, newline, LENGTH)) {
                length = Scan.number(bytes, line + LENGTH.length, newline);
            } else if (Scan.beginsIgnoringCase(bytes, line, newline, ENCODING)) {
                throw new IllegalStateException("a chunked message: the rig reads none");
            }
            line = newline + 1;
        }
    }

    private boolean ends(int afterHead, int length, int to) {
        bodyStart = afterHead;
        end = afterHead + length;
        return end <= to;
    }

    public int bodyStart() {
        return bodyStart;
    }

    /** One past the message's last byte. */
    public int end() {
        return end;
    }

    /** The value of a header, trimmed; empty when it is missing. {@code name} in lower case. */
    public String header(byte[] bytes, String name) {
        byte[] wanted = ascii(name + ":");
        int line = start;
        while (line < bodyStart) {
            int newline = Scan.newline(bytes, line, bodyStart);
            if (Scan.beginsIgnoringCase(bytes, line, newline, wanted)) {
                int value = line + wanted.length;
                return new String(bytes, value, newline - value, StandardCharsets.ISO_8859_1)
                        .strip();
            }
            line = newline + 1;
        }
        return "";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
