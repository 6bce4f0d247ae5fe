package dev.posthorn.server.listener;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.retry.RetryAfter;

/** What an answer means for the attempt: the same as over HTTP. */
final class Outcomes {
    private Outcomes() {}

    /** {@code wallMs}: since 1970, for a {@code Retry-After} that is a date. */
    static AttemptOutcome of(Response response, long wallMs) {
        int status = response.status();
        return status >= 200 && status < 300
                ? new AttemptOutcome.Delivered(status)
                : new AttemptOutcome.Rejected(
                        status,
                        response.header("Retry-After")
                                .flatMap(wish -> RetryAfter.parse(wish, wallMs))
                                .orElse(null));
    }
}
