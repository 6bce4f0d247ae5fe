package dev.posthorn.server.sender;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Blocked;
import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Rejected;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says an outcome in a sentence its reader can act on. */
public final class Sentences {
    private Sentences() {}

    /** Null for a success, of which there is nothing to say. */
    public static @Nullable String of(AttemptOutcome outcome) {
        return switch (outcome) {
            case Delivered _ -> null;
            case Rejected(int status, _) -> answered(status);
            case TimedOut(Duration deadline) ->
                    "The receiver did not answer within " + seconds(deadline) + ".";
            case Unreachable(_, String message) -> message;
            case Blocked(String message) -> message;
        };
    }

    private static String answered(int status) {
        return status >= 300 && status < 400
                ? "The receiver answered "
                        + status
                        + ", a redirect. Redirects are never followed: set the endpoint's URL to"
                        + " where it leads."
                : "The receiver answered " + status + ".";
    }

    private static String seconds(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
