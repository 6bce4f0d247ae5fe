package dev.posthorn.core.attempt;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one HTTP attempt came back with. Every failure a receiver can cause is a value here, never
 * an exception.
 */
public sealed interface AttemptOutcome {

    /** A 2xx: the head of the answer decides, whatever its body does. */
    record Delivered(int status) implements AttemptOutcome {}

    /** {@code retryAfter} is the receiver's own wish, already parsed and capped. */
    record Rejected(int status, @Nullable Duration retryAfter) implements AttemptOutcome {}

    record TimedOut(Duration deadline) implements AttemptOutcome {}

    /** No answer to read: name not found, refused, reset, TLS failed, not HTTP. */
    record Unreachable(Fault fault, String message) implements AttemptOutcome {}

    /** Our own guard refused to connect; {@code message} names the setting that would allow it. */
    record Blocked(String message) implements AttemptOutcome {}

    /** Why no answer came. {@link #code} is what the API and the log show. */
    enum Fault {
        NAME_NOT_FOUND("name-not-found"),
        CONNECTION_REFUSED("connection-refused"),
        CONNECTION_RESET("connection-reset"),
        TLS("tls-failed"),
        /** No token for the request could be had; the receiver itself was never asked. */
        NO_TOKEN("no-token"),
        PROTOCOL("not-http"),
        OTHER("unreachable");

        private final String code;

        Fault(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** The code under {@code error.code} of an attempt; null when an answer came. */
    default @Nullable String errorCode() {
        return switch (this) {
            case Delivered _, Rejected _ -> null;
            case TimedOut _ -> "timeout";
            case Unreachable(Fault fault, _) -> fault.code();
            case Blocked _ -> "address-not-allowed";
        };
    }

    /** The HTTP status, 0 when no answer came. */
    default int status() {
        return switch (this) {
            case Delivered(int status) -> status;
            case Rejected(int status, _) -> status;
            case TimedOut _, Unreachable _, Blocked _ -> 0;
        };
    }
}
