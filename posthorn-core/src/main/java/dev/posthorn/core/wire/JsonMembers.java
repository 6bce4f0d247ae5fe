package dev.posthorn.core.wire;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds a member of a JSON object without reading what follows it. The object was checked when it
 * was published, so this only has to know where values end; on anything else it finds nothing.
 */
public final class JsonMembers {
    private final byte[] json;
    private int at;

    private JsonMembers(byte[] json) {
        this.json = json;
    }

    /**
     * The bytes of the first top-level member {@code name} when it is a string or a number, exactly
     * as they stand there; empty when it is missing or anything else.
     */
    public static Optional<byte[]> scalar(byte[] json, String name) {
        return new JsonMembers(json).find(name);
    }

    private Optional<byte[]> find(String name) {
        if (next() != '{') {
            return Optional.empty();
        }
        at++;
        while (next() == '"') {
            int key = at;
            skipString();
            boolean found = JsonKey.equals(json, key, at, name);
            if (next() != ':') {
                return Optional.empty();
            }
            at++;
            next();
            int value = at;
            skipValue();
            if (found) {
                return scalarAt(value);
            }
            if (next() != ',') {
                return Optional.empty();
            }
            at++;
        }
        return Optional.empty();
    }

    private Optional<byte[]> scalarAt(int start) {
        byte first = start < json.length ? json[start] : 0;
        boolean scalar = first == '"' || first == '-' || (first >= '0' && first <= '9');
        return scalar ? Optional.of(Arrays.copyOfRange(json, start, at)) : Optional.empty();
    }

    /** The next byte that is not white space, which {@code at} then points to; 0 at the end. */
    private int next() {
        while (at < json.length && json[at] <= ' ' && json[at] >= 0) {
            at++;
        }
        return at < json.length ? json[at] : 0;
    }

    private void skipString() {
        at++;
        while (at < json.length && json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, json.length);
    }

    /** To the end of a string, a number or word, or past the bracket that closes the first one. */
    private void skipValue() {
        int depth = 0;
        while (at < json.length) {
            switch (json[at]) {
                case '"' -> skipString();
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    if (depth == 0) {
                        return;
                    }
                    depth--;
                    at++;
                }
                case ',', ' ', '\t', '\n', '\r' -> {
                    if (depth == 0) {
                        return;
                    }
                    at++;
                }
                default -> at++;
            }
        }
    }
}
