package dev.posthorn.core.lane;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Timings;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** An endpoint's far side with a temper of its own; {@code goodAfterMs} it only ever says yes. */
final class SimulatedReceiver {
    private static final Timings TIMINGS = new Timings(-1, -1, -1, 1, 1);

    private final RandomGenerator random;
    private final double trouble;
    private final long goodAfterMs;

    /** {@code trouble}: share of requests that fail, 0 to 1, until {@code goodAfterMs}. */
    SimulatedReceiver(RandomGenerator random, double trouble, long goodAfterMs) {
        this.random = random;
        this.trouble = trouble;
        this.goodAfterMs = goodAfterMs;
    }

    record Answer(long afterMs, Exchange exchange) {}

    Answer answer(Duration deadline, long nowMs) {
        if (nowMs >= goodAfterMs || random.nextDouble() >= trouble) {
            return answer(random.nextInt(1, 300), new AttemptOutcome.Delivered(200));
        }
        return switch (random.nextInt(5)) {
            case 0 -> answer(deadline.toMillis(), new AttemptOutcome.TimedOut(deadline));
            case 1 -> answer(5, new AttemptOutcome.Rejected(429, Duration.ofSeconds(3)));
            case 2 -> answer(5, new AttemptOutcome.Rejected(503, null));
            case 3 ->
                    answer(1, new AttemptOutcome.Unreachable(Fault.CONNECTION_REFUSED, "refused"));
            default -> answer(20, new AttemptOutcome.Rejected(500, null));
        };
    }

    private static Answer answer(long afterMs, AttemptOutcome outcome) {
        return new Answer(afterMs, new Exchange(outcome, null, TIMINGS, null, null));
    }
}
