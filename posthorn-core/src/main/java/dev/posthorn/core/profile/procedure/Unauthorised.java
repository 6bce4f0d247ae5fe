package dev.posthorn.core.profile.procedure;

import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.profile.Expectation;

/** A call with a wrong token must get 401 and nothing else. {@code sent}: what was sent. */
public record Unauthorised(String sent) implements Expectation {
    private static final int STATUS = 401;

    @Override
    public String text() {
        return "401";
    }

    @Override
    public Judgement judge(Exchange exchange) {
        int status = exchange.outcome().status();
        if (status == STATUS) {
            return Judgement.passed(sent + " was refused with 401.");
        }
        String hint =
                status >= 200 && status <= 299
                        ? " Compare the token header with the secret before accepting a call."
                        : "";
        return Judgement.failed(
                "%s must be answered with 401, but %s.%s"
                        .formatted(sent, Answers.text(exchange), hint));
    }
}
