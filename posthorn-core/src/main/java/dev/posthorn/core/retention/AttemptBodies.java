package dev.posthorn.core.retention;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;

/** Of which attempts the answer's headers and body are kept; its status always is. */
public enum AttemptBodies {
    ALL,
    FAILURES,
    NONE;

    private static final String[] NO_HEADERS = {};
    private static final byte[] NO_BODY = {};

    /** The attempt with as much of its answer as is to be kept. */
    public AttemptRecord kept(AttemptRecord attempt) {
        Exchange exchange = attempt.exchange();
        Response response = exchange.response();
        if (response == null || keeps(exchange.outcome())) {
            return attempt;
        }
        Response bare =
                new Response(response.status(), NO_HEADERS, NO_BODY, response.body().length > 0);
        return new AttemptRecord(
                attempt.number(),
                attempt.trigger(),
                attempt.startedMs(),
                attempt.endpointRevision(),
                attempt.bodySha256(),
                new Exchange(
                        exchange.outcome(),
                        bare,
                        exchange.timings(),
                        exchange.ip(),
                        exchange.message()));
    }

    private boolean keeps(AttemptOutcome outcome) {
        return switch (this) {
            case ALL -> true;
            case FAILURES -> !(outcome instanceof AttemptOutcome.Delivered);
            case NONE -> false;
        };
    }
}
