package dev.posthorn.cli.connection;

import dev.posthorn.client.PosthornException;
import java.util.ArrayList;
import java.util.List;

/** What to tell a person whose call was refused: what is wrong, and what to do next. */
public final class Failures {
    private Failures() {}

    public static List<String> lines(PosthornException failure) {
        var lines = new ArrayList<String>();
        lines.add(failure.getMessage() == null ? failure.error() : failure.getMessage());
        failure.params().forEach((field, wrong) -> lines.add("  " + field + ": " + wrong));
        String next = next(failure);
        if (!next.isEmpty()) {
            lines.add(next);
        }
        return lines;
    }

    private static String next(PosthornException failure) {
        return switch (failure.status()) {
            case 0 -> "Start a server with `posthorn serve --dev`, or name another with --url.";
            case 400 -> failure.params().isEmpty() ? "Add --help to see what it takes." : "";
            case 401 ->
                    "Give --token or set POSTHORN_TOKEN. On the server's own machine the token is"
                            + " read from its data folder: name that with --data-folder.";
            case 403 -> "Use the token of a key that may do this: `posthorn key current` shows it.";
            case 404 -> "Look for its id with the `list` command.";
            case 409 -> "Look at it with the `get` command: its state does not allow this.";
            case 413 -> "Send less at once; `max-event-size` and `max-batch` of the server decide.";
            case 422 -> "Give another event an --idempotency-key of its own.";
            case 429, 503 -> "Try again in a while.";
            case 500 -> "Look into the log of the server: it says what went wrong.";
            case 502, 504 -> "Look at what stands between here and the server.";
            default -> "";
        };
    }
}
