package dev.posthorn.cli.receiver;

import java.util.Map;

/** What a receiver answers. */
public record Reply(int status, Map<String, String> headers, String body) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply of(int status, String body) {
        return new Reply(status, Map.of(), body);
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
