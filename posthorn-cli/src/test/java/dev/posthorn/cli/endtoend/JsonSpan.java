package dev.posthorn.cli.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;

/** Cuts the value of a field out of a JSON object, its bytes as they are. */
final class JsonSpan {
    private final byte[] json;
    private int at;

    private JsonSpan(byte[] json) {
        this.json = json;
    }

    /** {@code json} is an object; its names have no escapes. Empty when there is no such field. */
    static Optional<byte[]> of(byte[] json, String field) {
        return new JsonSpan(json).find(field);
    }

    private Optional<byte[]> find(String field) {
        at = 1;
        while (skipTo('"')) {
            String name = new String(json, at + 1, endOfString() - at - 2, UTF_8);
            at = endOfString();
            skipTo(':');
            at++;
            skipBlanks();
            int start = at;
            skipValue();
            if (name.equals(field)) {
                return Optional.of(Arrays.copyOfRange(json, start, at));
            }
        }
        return Optional.empty();
    }

    private boolean skipTo(char wanted) {
        while (at < json.length && json[at] != wanted) {
            at++;
        }
        return at < json.length;
    }

    private void skipBlanks() {
        while (json[at] <= ' ' && json[at] >= 0) {
            at++;
        }
    }

    /** Of the string that starts here: the place behind its last quote. */
    private int endOfString() {
        int end = at + 1;
        while (json[end] != '"') {
            end += json[end] == '\\' ? 2 : 1;
        }
        return end + 1;
    }

    private void skipValue() {
        int depth = 0;
        while (depth > 0 || !isEndOfMember(json[at])) {
            byte here = json[at];
            depth += here == '{' || here == '[' ? 1 : here == '}' || here == ']' ? -1 : 0;
            at = here == '"' ? endOfString() : at + 1;
        }
    }

    private static boolean isEndOfMember(byte here) {
        return here == ',' || here == '}' || here == ']';
    }
}
