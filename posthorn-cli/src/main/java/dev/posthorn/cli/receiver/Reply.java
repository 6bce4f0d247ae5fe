package dev.posthorn.cli.receiver;

import java.util.Map;

/**
 * What a receiver answers.
 *
 * @param truncated whether the program behind it answered more
 * @param answered false when that program could not be asked; then {@code body} says why
 */
public record Reply(
        int status, Map<String, String> headers, String body, boolean truncated, boolean answered) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    public Reply(int status, Map<String, String> headers, String body) {
        this(status, headers, body, false, true);
    }

    public static Reply of(int status, String body) {
        return new Reply(status, Map.of(), body);
    }

    /** For who must have an answer: a bad gateway. */
    static Reply notReached(String why) {
        return new Reply(502, Map.of(), why, false, false);
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
