package dev.posthorn.server.sender;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Blocked;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.endpoint.EndpointAuth.ClientCertificate;
import dev.posthorn.core.lane.Sender;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.server.dns.CachedLookup;
import dev.posthorn.server.dns.NameLookup;
import dev.posthorn.server.egress.AddressPolicy;
import dev.posthorn.server.egress.UrlGrammar;
import dev.posthorn.server.egress.UrlPolicy;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Sends over Vert.x's client, on one event loop: {@link #send} belongs there, and {@code answer} is
 * called there, always after {@code send} returned. Connects only to addresses that were judged,
 * and holds every exchange to one deadline.
 */
public final class VertxSender implements Sender {
    private static final Timings NOTHING_HAPPENED = new Timings(-1, -1, -1, -1, 0);

    /** Connections are looked over every half second: fine enough for lives of seconds. */
    private static final int TICKS_PER_SWEEP = 50;

    private final ContextInternal context;
    private final ReceiverClient client;
    private final Connections connections;
    private final Origins origins;
    private final SenderLoop loop;
    private final Ticker ticker;
    private int ticks;

    /** {@code names} belongs to the same loop; its answers are kept here as long as they may be. */
    public VertxSender(Vertx vertx, Context context, SenderSettings settings, NameLookup names) {
        this(vertx, context, settings, names, System::nanoTime);
    }

    VertxSender(
            Vertx vertx,
            Context context,
            SenderSettings settings,
            NameLookup names,
            LongSupplier nanoTime) {
        this.context = (ContextInternal) context;
        this.client = new ReceiverClient(vertx, settings.trust(), settings.proxy());
        this.connections = new Connections(client, nanoTime, settings.maxInFlight());
        this.origins =
                new Origins(
                        new UrlPolicy(settings.egress()),
                        settings.trust(),
                        Limits.ORIGINS,
                        connections::forget);
        this.loop =
                new SenderLoop(
                        context,
                        new CachedLookup(names, nanoTime),
                        new AddressPolicy(settings.egress().allow()),
                        connections,
                        new Deadlines(nanoTime.getAsLong()),
                        nanoTime,
                        InstantSource.system());
        this.ticker = new Ticker(vertx, Deadlines.TICK, this::tick);
    }

    @Override
    public void send(OutgoingRequest request, Duration deadline, Consumer<Exchange> answer) {
        if (!context.inThread()) {
            context.runOnContext(_ -> send(request, deadline, answer));
            return;
        }
        String url = request.url();
        int pathStart = Origins.pathStart(url);
        if (!UrlGrammar.isPathAndQuery(url, pathStart)) {
            block("The URL has a path or query that cannot be sent as it is.", answer);
            return;
        }
        switch (origin(request, pathStart)) {
            case Recipient.NotAllowed(var refusal) -> block(refusal.message(), answer);
            case Origin origin -> {
                ticker.wake();
                String pathAndQuery = pathAndQuery(url, pathStart);
                new OpenExchange(loop, request, origin, pathAndQuery, deadline, answer).start();
            }
        }
    }

    private Recipient origin(OutgoingRequest request, int pathStart) {
        return request.auth() instanceof ClientCertificate certificate
                ? origins.of(request.url(), pathStart, certificate)
                : origins.of(request.url(), pathStart);
    }

    /** Ends every connection; exchanges under way fail. */
    public Future<Void> close() {
        context.runOnContext(_ -> ticker.stop());
        return client.close();
    }

    private void block(String why, Consumer<Exchange> answer) {
        AttemptOutcome outcome = new Blocked(why);
        Exchange exchange =
                new Exchange(outcome, null, NOTHING_HAPPENED, null, Sentences.of(outcome));
        context.runOnContext(_ -> answer.accept(exchange));
    }

    private boolean tick() {
        loop.deadlines().advance(loop.nanos());
        ticks++;
        if (ticks % TICKS_PER_SWEEP == 0) {
            connections.sweep(origins.all());
        }
        return loop.deadlines().armed() > 0 || connections.open() > 0;
    }

    private static String pathAndQuery(String url, int pathStart) {
        return pathStart < url.length() && url.charAt(pathStart) == '/'
                ? url.substring(pathStart)
                : "/" + url.substring(pathStart);
    }
}
