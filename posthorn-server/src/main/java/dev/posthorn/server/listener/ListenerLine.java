package dev.posthorn.server.listener;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one listener: those that wait for room or for a connection, and those that were
 * sent and have no answer yet. Time is nanoseconds of one clock. Belongs to one loop.
 */
final class ListenerLine {
    private static final Unreachable LOST =
            new Unreachable(
                    Fault.CONNECTION_RESET,
                    "The connection of the listener ended before it answered.");

    static final Unreachable NOBODY =
            new Unreachable(Fault.OTHER, "Nobody was listening: the listener was not connected.");

    private final Deque<OpenRequest> waiting = new ArrayDeque<>();
    private final Map<Long, OpenRequest> sent = new LinkedHashMap<>();
    private @Nullable ListenerStream stream;
    private long unansweredBytes;
    private long lostNanos;
    private long beatNanos;

    /** It has until a while after {@code nowNanos} to connect. */
    ListenerLine(long nowNanos) {
        this.lostNanos = nowNanos;
    }

    boolean isConnected() {
        return stream != null;
    }

    /** The newest connection counts: the one before is dead, or its owner thinks so. */
    void connect(ListenerStream to, long nowNanos) {
        ListenerStream before = stream;
        if (before != null) {
            disconnected(before, nowNanos);
            before.end("another connection took its place");
        }
        stream = to;
        beatNanos = nowNanos;
        pump();
    }

    /** What was sent and not answered may have arrived or not: it fails, to be tried again. */
    void disconnected(ListenerStream which, long nowNanos) {
        if (!which.equals(stream)) {
            return;
        }
        stream = null;
        lostNanos = nowNanos;
        List<OpenRequest> lost = List.copyOf(sent.values());
        sent.clear();
        unansweredBytes = 0;
        lost.forEach(request -> request.end(LOST, null, nowNanos));
    }

    void add(OpenRequest request) {
        waiting.add(request);
        pump();
    }

    /** Sends what waits, as long as there is room. */
    private void pump() {
        ListenerStream to = stream;
        while (to != null && hasRoom(to) && !waiting.isEmpty()) {
            OpenRequest next = waiting.remove();
            sent.put(next.request().number(), next);
            unansweredBytes += next.bytes();
            to.send(next.request());
        }
    }

    private boolean hasRoom(ListenerStream to) {
        return sent.size() < ListenerLimits.MAX_IN_FLIGHT
                && unansweredBytes < ListenerLimits.MAX_UNANSWERED_BYTES
                && to.unsentBytes() < ListenerLimits.MAX_UNSENT_BYTES;
    }

    /** False when nobody waits for this answer any more. {@code wallMs}: since 1970. */
    boolean answered(ListenerAnswer answer, long nowNanos, long wallMs) {
        OpenRequest request = sent.remove(answer.number());
        if (request == null) {
            return false;
        }
        unansweredBytes -= request.bytes();
        switch (answer) {
            case ListenerAnswer.Answered(_, var response) ->
                    request.end(Outcomes.of(response, wallMs), response, nowNanos);
            case ListenerAnswer.Failed(_, String why) ->
                    request.end(new Unreachable(Fault.OTHER, why), null, nowNanos);
        }
        pump();
        return true;
    }

    /** Ends what took too long, shows a sign of life, and sends what has room. */
    void step(long nowNanos) {
        ListenerStream to = stream;
        if (to != null && nowNanos - beatNanos >= ListenerLimits.BEAT.toNanos()) {
            beatNanos = nowNanos;
            to.beat();
        }
        for (OpenRequest late : late(nowNanos)) {
            late.end(missing(late), null, nowNanos);
        }
        pump();
    }

    private List<OpenRequest> late(long nowNanos) {
        List<OpenRequest> late = new ArrayList<>();
        takeLate(sent.values(), nowNanos, late);
        late.forEach(request -> unansweredBytes -= request.bytes());
        takeLate(waiting, nowNanos, late);
        return late;
    }

    private static void takeLate(
            Collection<OpenRequest> from, long nowNanos, List<OpenRequest> to) {
        from.removeIf(request -> request.isLate(nowNanos) && to.add(request));
    }

    private AttemptOutcome missing(OpenRequest late) {
        return stream == null ? NOBODY : new AttemptOutcome.TimedOut(late.request().allowed());
    }

    boolean isGone(long nowNanos) {
        return stream == null
                && nowNanos - lostNanos >= ListenerLimits.LIFE_WITHOUT_CONNECTION.toNanos();
    }

    /** It may be asked again after as long as before. */
    void stillGone(long nowNanos) {
        lostNanos = nowNanos;
    }

    /** Nothing is sent any more; what was sent may be answered still. */
    void stopSending(long nowNanos) {
        List<OpenRequest> unsent = List.copyOf(waiting);
        waiting.clear();
        unsent.forEach(request -> request.end(NOBODY, null, nowNanos));
    }

    /** It is over. {@code why}: for whoever listens. */
    void end(String why, long nowNanos) {
        ListenerStream last = stream;
        if (last != null) {
            disconnected(last, nowNanos);
            last.end(why);
        }
        stopSending(nowNanos);
    }
}
