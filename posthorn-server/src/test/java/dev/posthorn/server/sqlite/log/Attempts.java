package dev.posthorn.server.sqlite.log;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.attempt.Trigger;

/** Attempts whose content plays no part. */
final class Attempts {
    private Attempts() {}

    static AttemptRecord delivered() {
        return new AttemptRecord(
                1,
                Trigger.SCHEDULED,
                1_795_000_000_000L,
                1,
                new byte[32],
                new Exchange(
                        new AttemptOutcome.Delivered(200),
                        new Response(200, new String[0], new byte[0], false),
                        new Timings(-1, -1, -1, 1, 1),
                        "192.0.2.1",
                        null));
    }
}
