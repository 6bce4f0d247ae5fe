package dev.posthorn.core.profile.procedure;

import dev.posthorn.core.attempt.AttemptOutcome.Blocked;
import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Rejected;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.attempt.Exchange;
import java.math.BigDecimal;
import java.time.Duration;

/** What came back, as the end of a sentence. */
public final class Answers {
    private Answers() {}

    /** Such as {@code 500 came back} or {@code no answer came within 15 s}; no full stop. */
    public static String text(Exchange exchange) {
        return switch (exchange.outcome()) {
            case Delivered(int status) -> status + " came back";
            case Rejected(int status, _) -> status + " came back";
            case TimedOut(Duration deadline) ->
                    "no complete answer came within " + seconds(deadline) + " s";
            case Unreachable(var fault, String message) ->
                    "no answer came: " + reason(exchange, message, fault.code());
            case Blocked(String message) ->
                    "nothing was sent: " + reason(exchange, message, "address not allowed");
        };
    }

    /** The sender's own sentence says most. */
    private static String reason(Exchange exchange, String message, String code) {
        String sentence = exchange.message();
        String most = sentence == null || sentence.isBlank() ? message : sentence;
        String said = most.isBlank() ? code : most;
        return said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
    }

    private static String seconds(Duration deadline) {
        return BigDecimal.valueOf(deadline.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
