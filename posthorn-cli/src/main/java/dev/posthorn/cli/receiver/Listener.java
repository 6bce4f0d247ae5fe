package dev.posthorn.cli.receiver;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A receiver as it should be: gives its consent when asked, refuses what is forged, takes the rest.
 * Whatever it does is told to {@code visits}. Used by many threads.
 */
public final class Listener implements Receiver.Handler {
    private final SignatureCheck check;
    private final Behaviour behaviour;
    private final @Nullable Forwarder forwarder;
    private final Consumer<Visit> visits;
    private final Seen seen = new Seen();

    /** {@code forwarder} null when the requests end here. */
    public Listener(
            SignatureCheck check,
            Behaviour behaviour,
            @Nullable Forwarder forwarder,
            Consumer<Visit> visits) {
        this.check = check;
        this.behaviour = behaviour;
        this.forwarder = forwarder;
        this.visits = visits;
    }

    /** One that takes everything genuine at once. */
    public Listener(SignatureCheck check, Behaviour behaviour, Consumer<Visit> visits) {
        this(check, behaviour, null, visits);
    }

    @Override
    public Reply handle(ReceivedRequest request) {
        Optional<Reply> consent = Handshake.answer(request);
        Verdict verdict = consent.isPresent() ? new Verdict.Unchecked() : check.of(request);
        Arrival arrival = Arrival.of(request);
        boolean repeat = seen.has(arrival.id());
        Reply reply = consent.orElseGet(() -> reply(request, verdict));
        if (reply.isSuccess()) {
            seen.add(arrival.id());
        }
        visits.accept(new Visit(request, arrival, verdict, reply, repeat));
        return reply;
    }

    private Reply reply(ReceivedRequest request, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Forged(int status, String why) -> Reply.of(status, why + "\n");
            case Verdict.Genuine _, Verdict.Unchecked _ -> take(request);
        };
    }

    private Reply take(ReceivedRequest request) {
        try {
            int status = behaviour.act();
            Reply own = Reply.of(status, status < 300 ? "OK\n" : "as asked for\n");
            return forwarder == null || !own.isSuccess() ? own : forwarder.forward(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.of(503, "going\n");
        }
    }
}
