package dev.posthorn.server.store.row;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Blocked;
import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Rejected;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An outcome: its kind, then what that kind carries. */
final class OutcomeCodec {
    private static final int DELIVERED = 0;
    private static final int REJECTED = 1;
    private static final int TIMED_OUT = 2;
    private static final int UNREACHABLE = 3;
    private static final int BLOCKED = 4;

    private OutcomeCodec() {}

    static void write(AttemptOutcome outcome, BlobWriter blob) {
        switch (outcome) {
            case Delivered(int status) -> {
                blob.number(DELIVERED);
                blob.number(status);
            }
            case Rejected(int status, Duration retryAfter) -> {
                blob.number(REJECTED);
                blob.number(status);
                blob.number(retryAfter == null ? 0 : retryAfter.toMillis() + 1);
            }
            case TimedOut(Duration deadline) -> {
                blob.number(TIMED_OUT);
                blob.number(deadline.toMillis());
            }
            case Unreachable(var fault, String message) -> {
                blob.number(UNREACHABLE);
                blob.text(fault.code());
                blob.text(message);
            }
            case Blocked(String message) -> {
                blob.number(BLOCKED);
                blob.text(message);
            }
        }
    }

    static AttemptOutcome read(BlobReader blob) {
        int kind = blob.count();
        return switch (kind) {
            case DELIVERED -> new Delivered(blob.count());
            case REJECTED -> new Rejected(blob.count(), retryAfter(blob.number()));
            case TIMED_OUT -> new TimedOut(Duration.ofMillis(blob.number()));
            case UNREACHABLE ->
                    new Unreachable(Codes.fault(blob.requiredText()), blob.requiredText());
            case BLOCKED -> new Blocked(blob.requiredText());
            default -> throw new IllegalStateException("outcome of unknown kind " + kind);
        };
    }

    private static @Nullable Duration retryAfter(long coded) {
        return coded == 0 ? null : Duration.ofMillis(coded - 1);
    }
}
