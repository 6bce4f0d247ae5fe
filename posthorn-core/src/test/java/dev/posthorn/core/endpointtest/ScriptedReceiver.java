package dev.posthorn.core.endpointtest;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Rejected;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.lane.Sender;
import dev.posthorn.core.profile.OutgoingRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Function;

/** A receiver that answers as told, when told to. */
final class ScriptedReceiver implements Sender {
    private static final Timings TIMINGS = new Timings(-1, -1, -1, 1, 2);

    final List<OutgoingRequest> requests = new ArrayList<>();
    Function<OutgoingRequest, Exchange> script = _ -> status(200);
    private final Queue<Runnable> answers = new ArrayDeque<>();

    @Override
    public void send(OutgoingRequest request, Duration deadline, Consumer<Exchange> answer) {
        requests.add(request);
        answers.add(() -> answer.accept(script.apply(request)));
    }

    /** Answers one request if any waits. */
    boolean answer() {
        Runnable next = answers.poll();
        if (next == null) {
            return false;
        }
        next.run();
        return true;
    }

    int unanswered() {
        return answers.size();
    }

    static Exchange status(int status, String... headers) {
        AttemptOutcome outcome =
                status >= 200 && status <= 299 ? new Delivered(status) : new Rejected(status, null);
        return new Exchange(
                outcome, new Response(status, headers, new byte[0], false), TIMINGS, null, null);
    }

    static Exchange timeout() {
        return new Exchange(new TimedOut(Duration.ofSeconds(15)), null, TIMINGS, null, null);
    }

    static Exchange unreachable(String sentence) {
        var outcome = new Unreachable(AttemptOutcome.Fault.CONNECTION_REFUSED, "refused");
        return new Exchange(outcome, null, TIMINGS, null, sentence);
    }
}
