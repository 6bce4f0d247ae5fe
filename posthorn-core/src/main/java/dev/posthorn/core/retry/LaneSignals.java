package dev.posthorn.core.retry;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Blocked;
import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Rejected;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import java.time.Duration;
import java.util.Optional;

/** What an outcome says about the receiver as a whole, beyond the one delivery. */
public final class LaneSignals {
    private static final int GONE = 410;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    private LaneSignals() {}

    /** The receiver is under load: fewer requests at once. */
    public static boolean shrinksWindow(AttemptOutcome outcome) {
        return switch (outcome) {
            case TimedOut _ -> true;
            case Rejected(int status, _) ->
                    switch (status) {
                        case TOO_MANY_REQUESTS, BAD_GATEWAY, UNAVAILABLE, GATEWAY_TIMEOUT -> true;
                        default -> false;
                    };
            case Delivered _, Unreachable _, Blocked _ -> false;
        };
    }

    /** How long the receiver asks to be left alone altogether. */
    public static Optional<Duration> pause(AttemptOutcome outcome) {
        return switch (outcome) {
            case Rejected(int status, var retryAfter)
                    when status == TOO_MANY_REQUESTS || status == UNAVAILABLE ->
                    Optional.ofNullable(retryAfter);
            case Rejected _, Delivered _, TimedOut _, Unreachable _, Blocked _ -> Optional.empty();
        };
    }

    /** The receiver says there is nothing at this URL any more and will not be. */
    public static boolean gone(AttemptOutcome outcome) {
        return outcome.status() == GONE;
    }
}
