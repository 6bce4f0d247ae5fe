package dev.posthorn.core.profile;

import dev.posthorn.core.attempt.Exchange;
import org.jspecify.annotations.Nullable;

/** What a call of a test must come back with. */
public interface Expectation {
    /** For the log, such as {@code 2xx} or {@code 401}. */
    String text();

    Judgement judge(Exchange exchange);

    /**
     * What is made of an answer.
     *
     * @param message a sentence a person can act on: what was sent and what came back
     * @param allowedPerMinute requests per minute the receiver consented to; null for any number
     */
    record Judgement(boolean passed, String message, @Nullable Integer allowedPerMinute) {
        public static Judgement passed(String message) {
            return new Judgement(true, message, null);
        }

        public static Judgement failed(String message) {
            return new Judgement(false, message, null);
        }
    }
}
