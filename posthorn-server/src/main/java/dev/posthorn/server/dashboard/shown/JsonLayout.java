package dev.posthorn.server.dashboard.shown;

/**
 * Lays JSON out in lines. Nothing but the blanks between tokens is changed, so numbers and escapes
 * stay as they were sent; what is not JSON comes out as it is, more or less.
 */
public final class JsonLayout {
    /** Deeper than this the lines move no further to the right. */
    private static final int MOST_INDENT = 20;

    private final String json;
    private final StringBuilder out;
    private int depth;

    private JsonLayout(String json) {
        this.json = json;
        this.out = new StringBuilder(json.length() * 2);
    }

    public static String of(String json) {
        return new JsonLayout(json).run();
    }

    private String run() {
        for (int at = 0; at < json.length(); at++) {
            char c = json.charAt(at);
            switch (c) {
                case '"' -> at = string(at);
                case '{', '[' -> at = open(at);
                case '}', ']' -> close(c);
                case ',' -> {
                    out.append(c);
                    line();
                }
                case ':' -> out.append(": ");
                case ' ', '\t', '\n', '\r' -> {}
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** Copies a string; where it ends. */
    private int string(int from) {
        int at = from + 1;
        while (at < json.length() && json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        int end = Math.min(at, json.length() - 1);
        out.append(json, from, end + 1);
        return end;
    }

    /** What is empty stays on its line. */
    private int open(int from) {
        char c = json.charAt(from);
        int next = from + 1;
        while (next < json.length() && json.charAt(next) <= ' ') {
            next++;
        }
        char end = c == '{' ? '}' : ']';
        out.append(c);
        if (next < json.length() && json.charAt(next) == end) {
            out.append(end);
            return next;
        }
        depth++;
        line();
        return from;
    }

    private void close(char c) {
        depth = Math.max(0, depth - 1);
        line();
        out.append(c);
    }

    private void line() {
        out.append('\n').append("  ".repeat(Math.min(depth, MOST_INDENT)));
    }
}
