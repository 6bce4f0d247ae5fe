package dev.posthorn.core.profile.cloudevents;

import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.profile.Expectation;
import dev.posthorn.core.profile.procedure.Answers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The receiver consents by the headers of its answer; the status says nothing. */
record Consent(String origin) implements Expectation {
    private static final String ALLOWED_ORIGIN = "WebHook-Allowed-Origin";
    private static final String ALLOWED_RATE = "WebHook-Allowed-Rate";
    private static final String ANY = "*";

    /** More digits than a rate a receiver could mean. */
    private static final int MAX_DIGITS = 9;

    @Override
    public String text() {
        return ALLOWED_ORIGIN + ": " + origin;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        Response response = exchange.response();
        if (response == null) {
            return Judgement.failed(
                    "The OPTIONS request must be answered with the receiver's consent, but %s."
                            .formatted(Answers.text(exchange)));
        }
        Optional<String> allowed = response.header(ALLOWED_ORIGIN);
        if (allowed.filter(this::meansUs).isEmpty()) {
            return notAllowed(allowed, response.status());
        }
        return rate(response.header(ALLOWED_RATE).orElse(ANY));
    }

    private boolean meansUs(String allowed) {
        return allowed.equals(ANY) || allowed.equalsIgnoreCase(origin);
    }

    private Judgement notAllowed(Optional<String> allowed, int status) {
        String got =
                allowed.map(value -> "it had " + ALLOWED_ORIGIN + ": " + value)
                        .orElse("it had none (status " + status + ")");
        return Judgement.failed(
                "The answer to the OPTIONS request must have the header %s: %s (or *), but %s."
                        .formatted(ALLOWED_ORIGIN, origin, got));
    }

    private Judgement rate(String rate) {
        if (rate.equals(ANY)) {
            return consent("at any rate", null);
        }
        boolean digits = !rate.isEmpty() && rate.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || rate.length() > MAX_DIGITS || Integer.parseInt(rate) == 0) {
            return Judgement.failed(
                    "The answer's %s must be a whole number of requests per minute or *, not %s."
                            .formatted(ALLOWED_RATE, rate));
        }
        return consent("up to " + rate + " a minute", Integer.valueOf(rate));
    }

    private Judgement consent(String howMany, @Nullable Integer perMinute) {
        String sentence = "The receiver consents to events from %s, %s.".formatted(origin, howMany);
        return new Judgement(true, sentence, perMinute);
    }
}
