package dev.posthorn.core.profile.procedure;

import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.profile.Expectation;

/** A call with a wrong signature must be refused with any 4xx. {@code sent}: what was sent. */
public record Refusal(String sent) implements Expectation {
    @Override
    public String text() {
        return "4xx";
    }

    @Override
    public Judgement judge(Exchange exchange) {
        int status = exchange.outcome().status();
        if (status >= 400 && status <= 499) {
            return Judgement.passed("%s was refused with %d.".formatted(sent, status));
        }
        String hint =
                status >= 200 && status <= 299
                        ? " Verify webhook-signature before accepting a call."
                        : "";
        return Judgement.failed(
                "%s must be answered with a 4xx, but %s.%s"
                        .formatted(sent, Answers.text(exchange), hint));
    }
}
