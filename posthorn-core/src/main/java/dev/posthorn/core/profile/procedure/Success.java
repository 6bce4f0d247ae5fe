package dev.posthorn.core.profile.procedure;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.profile.Expectation;

/** A genuine call must be accepted. {@code sent} begins the sentence: what was sent. */
public record Success(String sent) implements Expectation {
    @Override
    public String text() {
        return "2xx";
    }

    @Override
    public Judgement judge(Exchange exchange) {
        String answer = Answers.text(exchange);
        return exchange.outcome() instanceof Delivered(int status)
                ? Judgement.passed("%s was accepted with %d.".formatted(sent, status))
                : Judgement.failed(
                        "%s must be answered with a 2xx, but %s.%s"
                                .formatted(sent, answer, hint(exchange.outcome())));
    }

    private static String hint(AttemptOutcome outcome) {
        int status = outcome.status();
        if (status >= 300 && status <= 399) {
            return " Redirects are not followed: set the URL they lead to.";
        }
        return switch (status) {
            case 401, 403 -> " Does the receiver have the secret of this webhook?";
            case 404, 405 -> " Does the receiver take this method at this URL?";
            default -> "";
        };
    }
}
