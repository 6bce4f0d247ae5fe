package dev.posthorn.server.engine;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.lane.DispatchLimits;
import dev.posthorn.core.lane.DispatchPorts;
import dev.posthorn.core.lane.Dispatcher;
import dev.posthorn.core.lane.LaneEvents;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.core.lane.RuleBook;
import dev.posthorn.core.lane.Sender;
import dev.posthorn.core.store.Backlog;
import dev.posthorn.core.store.CommitListener;
import dev.posthorn.core.store.Journal;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * The dispatcher on its event loop. Hears of commits, endpoint changes and questions from any
 * thread.
 */
public final class Engine implements CommitListener {
    /** Often enough that something overlooked waits seconds, seldom enough to cost nothing. */
    private static final Duration TRUTH_SCAN_PACE = Duration.ofSeconds(5);

    private static final Duration DRAIN_LOOK_PACE = Duration.ofMillis(10);

    private final Vertx vertx;
    private final Mailbox mailbox;
    private final Backlog backlog;
    private final Dispatcher dispatcher;
    private final RateMeter delivered;
    private final AwaitedEnds ends = new AwaitedEnds();

    /**
     * {@code loop} must be the one {@code sender} answers on; {@code storedAtStart} as in {@link
     * Dispatcher}.
     */
    public Engine(
            Vertx vertx,
            Context loop,
            Journal journal,
            Backlog store,
            Sender sender,
            LaneEvents events,
            Predicate<EndpointId> held,
            RuleBook book,
            DispatchLimits limits,
            RandomGenerator random,
            LongSupplier clockMs,
            Map<EndpointId, Long> storedAtStart) {
        this.vertx = vertx;
        this.mailbox = new Mailbox(loop);
        this.backlog = new LoopBacklog(store, mailbox);
        LoopAlarm alarm = new LoopAlarm(vertx, clockMs, () -> wake());
        DispatchPorts ports = new DispatchPorts(backlog, sender, journal, alarm, events);
        this.dispatcher = new Dispatcher(held, book, limits, ports, random, clockMs, storedAtStart);
        this.delivered = new RateMeter(clockMs);
    }

    Mailbox mailbox() {
        return mailbox;
    }

    /** Begins to send what is pending, but for what was asked to be cancelled before. */
    public void start(List<CommandAnswer.CancelAsked> cancels) {
        mailbox.post(() -> dispatcher.asked(cancels));
        mailbox.post(dispatcher::start);
        mailbox.post(() ->
                vertx.setPeriodic(
                        TRUTH_SCAN_PACE.toMillis(), _ -> backlog.heads(dispatcher::truth)));
    }

    @Override
    public void committed(List<PendingDelivery> made, List<Settlement> settled) {
        mailbox.post(() -> dispatcher.committed(made, settled));
        delivered.add(deliveredOf(settled));
        ends.settled(settled);
    }

    @Override
    public void asked(List<CommandAnswer> answers) {
        mailbox.post(() -> dispatcher.asked(answers));
    }

    private static int deliveredOf(List<Settlement> settled) {
        int count = 0;
        for (Settlement settlement : settled) {
            if (settlement.verdict() instanceof Settlement.Verdict.Delivered) {
                count++;
            }
        }
        return count;
    }

    /** Completes when a delivery is settled for good; to be asked for before it may be. */
    public CompletableFuture<DeliveryId> end(DeliveryId delivery) {
        return ends.of(delivery);
    }

    public double deliveredPerSecond() {
        return delivered.perSecond();
    }

    public void changed(Endpoint endpoint) {
        mailbox.post(() -> dispatcher.changed(endpoint));
    }

    /** The lanes as they are at some moment after the call. */
    public CompletableFuture<List<LaneView>> lanes() {
        CompletableFuture<List<LaneView>> answer = new CompletableFuture<>();
        mailbox.post(() -> answer.complete(dispatcher.view()));
        return answer;
    }

    /** Starts nothing more; completes when nothing is under way or unsettled. */
    public CompletableFuture<Void> drain() {
        CompletableFuture<Void> idle = new CompletableFuture<>();
        mailbox.post(() -> {
            dispatcher.drain();
            vertx.setPeriodic(1, DRAIN_LOOK_PACE.toMillis(), timer -> look(timer, idle));
        });
        return idle;
    }

    /** Hears nothing any more. */
    public void close() {
        mailbox.close();
    }

    private void look(long timer, CompletableFuture<Void> idle) {
        if (dispatcher.inFlight() == 0) {
            vertx.cancelTimer(timer);
            idle.complete(null);
        }
    }

    private void wake() {
        dispatcher.wake();
    }
}
