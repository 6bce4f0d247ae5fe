package dev.posthorn.server.sample;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.lane.Sender;
import dev.posthorn.core.profile.OutgoingRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Hands requests for the sample receiver to it, and everything else on. Checking signatures is not
 * done on the loop: an organisation's hurry with the sample is nobody else's delay.
 */
public final class SampleSender implements Sender {
    private static final int MICROS_PER_MS = 1_000;

    /** Whatever a clock that is set meanwhile says. */
    private static final int LONGEST_MS = 60_000;

    private final Sender next;
    private final SampleReceiver receiver;
    private final Executor elsewhere;
    private final Executor loop;
    private final InstantSource clock;

    /**
     * A sender before another.
     *
     * @param elsewhere threads that may take their time
     * @param loop where answers belong; runs what it is given later, never at once
     */
    public SampleSender(
            Sender next,
            SampleReceiver receiver,
            Executor elsewhere,
            Executor loop,
            InstantSource clock) {
        this.next = next;
        this.receiver = receiver;
        this.elsewhere = elsewhere;
        this.loop = loop;
        this.clock = clock;
    }

    @Override
    public void send(OutgoingRequest request, Duration deadline, Consumer<Exchange> answer) {
        if (SampleReceiver.isMeantBy(request.url())) {
            elsewhere.execute(() -> answer(request, answer));
        } else {
            next.send(request, deadline, answer);
        }
    }

    private void answer(OutgoingRequest request, Consumer<Exchange> answer) {
        long startMs = clock.millis();
        Response response = receiver.answer(request, startMs);
        int micros = Math.clamp(clock.millis() - startMs, 0, LONGEST_MS) * MICROS_PER_MS;
        Exchange exchange = exchange(response, new Timings(-1, -1, -1, micros, micros));
        loop.execute(() -> answer.accept(exchange));
    }

    private static Exchange exchange(Response response, Timings timings) {
        int status = response.status();
        return status < 300
                ? new Exchange(new AttemptOutcome.Delivered(status), response, timings, null, null)
                : new Exchange(
                        new AttemptOutcome.Rejected(status, null),
                        response,
                        timings,
                        null,
                        "The sample receiver answered " + status + ".");
    }
}
