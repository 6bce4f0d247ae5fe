package dev.posthorn.core.retry;

/** What follows from an attempt's outcome. */
public sealed interface RetryDecision {
    record Done() implements RetryDecision {}

    /** {@code dueMs}: milliseconds since 1970. */
    record RetryAt(long dueMs) implements RetryDecision {}

    record GiveUp(Reason reason) implements RetryDecision {}

    /** Why a delivery failed for good. */
    enum Reason {
        SCHEDULE_USED_UP("schedule-used-up"),
        STATUS_STOPS("status-stops"),
        PAYLOAD_GONE("payload-gone");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
