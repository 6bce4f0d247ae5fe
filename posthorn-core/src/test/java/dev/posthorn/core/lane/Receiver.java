package dev.posthorn.core.lane;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Timings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an endpoint's far side makes of a call. */
@FunctionalInterface
interface Receiver {
    Timings TIMINGS = new Timings(-1, -1, -1, 1, 1);

    /** The deadline of {@link Stage#LIMITS}. */
    Duration DEADLINE = Duration.ofSeconds(15);

    /** {@code afterMs} since the call. */
    record Reply(long afterMs, AttemptOutcome outcome) {
        Exchange exchange() {
            return new Exchange(outcome, null, TIMINGS, null, null);
        }
    }

    Reply answer(Stage.Call call);

    static Reply says(int status) {
        return saysAfter(10, status);
    }

    static Reply saysAfter(long ms, int status) {
        return new Reply(
                ms,
                status < 300
                        ? new AttemptOutcome.Delivered(status)
                        : new AttemptOutcome.Rejected(status, null));
    }

    static Reply asksToWait(int status, @Nullable Duration retryAfter) {
        return new Reply(10, new AttemptOutcome.Rejected(status, retryAfter));
    }

    static Reply hangs() {
        return new Reply(DEADLINE.toMillis(), new AttemptOutcome.TimedOut(DEADLINE));
    }

    static Reply refuses() {
        return new Reply(
                1, new AttemptOutcome.Unreachable(Fault.CONNECTION_REFUSED, "connection refused"));
    }
}
