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
            case 401 ->
                    "Give --token or set POSTHORN_TOKEN. On the server's own machine the token is"
                            + " read from its data folder: name that with --data-folder.";
            case 403 -> "Use the token of a key that may do this.";
            case 404 -> "Look for its id with the `list` command.";
            case 429, 503 -> "Try again in a while.";
            default -> "";
        };
    }
}
