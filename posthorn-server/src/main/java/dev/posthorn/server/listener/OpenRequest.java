package dev.posthorn.server.listener;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.server.sender.Sentences;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A request that was not answered yet. */
record OpenRequest(ListenerRequest request, long startedNanos, Consumer<Exchange> answer) {
    private static final int DID_NOT_HAPPEN = -1;

    int bytes() {
        return request.request().body().length;
    }

    boolean isLate(long nowNanos) {
        return nowNanos - startedNanos >= request.allowed().toNanos();
    }

    void end(AttemptOutcome outcome, @Nullable Response response, long nowNanos) {
        int micros = (int) Math.min(Integer.MAX_VALUE, (nowNanos - startedNanos) / 1000);
        Timings timings =
                new Timings(
                        DID_NOT_HAPPEN,
                        DID_NOT_HAPPEN,
                        DID_NOT_HAPPEN,
                        response == null ? DID_NOT_HAPPEN : micros,
                        micros);
        answer.accept(new Exchange(outcome, response, timings, null, Sentences.of(outcome)));
    }
}
