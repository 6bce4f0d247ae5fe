package dev.posthorn.server.listener;

import dev.posthorn.core.administration.ListenerAdministration;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.ListenerAddress;
import dev.posthorn.core.profile.OutgoingRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All listeners of this server. What is asked from other threads is carried out on the one loop the
 * requests come from, in the order asked.
 */
public final class ListenerLines {
    /** Of all organisations together: each holds a connection and some requests in memory. */
    public static final int MOST_CONNECTED = 1_000;

    private static final String CHANGED = "its endpoint was deactivated or changed";

    private final Map<EndpointId, ListenerLine> lines = new ConcurrentHashMap<>();
    private final Map<String, EndpointId> byAddress = new HashMap<>();
    private final Executor loop;
    private final LongSupplier nanoTime;
    private final InstantSource clock;
    private long lastNumber;
    private boolean stopping;

    public ListenerLines(Executor loop, LongSupplier nanoTime, InstantSource clock) {
        this.loop = loop;
        this.nanoTime = nanoTime;
        this.clock = clock;
        // Above all numbers of an earlier life, which made less than one a microsecond.
        this.lastNumber = clock.millis() * 1000;
    }

    /** Expects a connection to an endpoint that is a listener's. */
    public void expect(Endpoint endpoint) {
        loop.execute(() -> line(endpoint));
    }

    private ListenerLine line(Endpoint endpoint) {
        byAddress.put(endpoint.settings().url(), endpoint.id());
        return lines.computeIfAbsent(endpoint.id(), _ -> new ListenerLine(nanoTime.getAsLong()));
    }

    /** As it was a moment ago. */
    public boolean isConnected(EndpointId endpoint) {
        ListenerLine line = lines.get(endpoint);
        return line != null && line.isConnected();
    }

    /** As it was a moment ago. */
    public boolean isFull() {
        return lines.values().stream().filter(ListenerLine::isConnected).count() >= MOST_CONNECTED;
    }

    public void connect(Endpoint endpoint, ListenerStream stream) {
        loop.execute(() -> {
            if (stopping) {
                stream.end("the server is stopping");
            } else {
                line(endpoint).connect(stream, nanoTime.getAsLong());
            }
        });
    }

    /** Harmless when another one took its place. */
    public void disconnected(EndpointId endpoint, ListenerStream stream) {
        loop.execute(() -> {
            ListenerLine line = lines.get(endpoint);
            if (line != null) {
                line.disconnected(stream, nanoTime.getAsLong());
            }
        });
    }

    /** Completes with the numbers nobody waited for any more. */
    public CompletableFuture<List<Long>> answered(
            EndpointId endpoint, List<ListenerAnswer> answers) {
        CompletableFuture<List<Long>> late = new CompletableFuture<>();
        loop.execute(() -> late.complete(late(lines.get(endpoint), answers)));
        return late;
    }

    private List<Long> late(@Nullable ListenerLine line, List<ListenerAnswer> answers) {
        List<Long> late = new ArrayList<>();
        for (ListenerAnswer answer : answers) {
            if (line == null || !line.answered(answer, nanoTime.getAsLong(), clock.millis())) {
                late.add(answer.number());
            }
        }
        return late;
    }

    /** Ends the line of an endpoint that is no open listener any more. */
    public void changed(Endpoint endpoint) {
        if (!lines.containsKey(endpoint.id()) || ListenerAdministration.isOpen(endpoint)) {
            return;
        }
        loop.execute(() -> {
            ListenerLine line = lines.remove(endpoint.id());
            byAddress.values().remove(endpoint.id());
            if (line != null) {
                line.end(CHANGED, nanoTime.getAsLong());
            }
        });
    }

    void send(OutgoingRequest request, Duration allowed, Consumer<Exchange> answer) {
        loop.execute(() -> sendNow(request, allowed, answer));
    }

    private void sendNow(OutgoingRequest request, Duration allowed, Consumer<Exchange> answer) {
        lastNumber++;
        long now = nanoTime.getAsLong();
        OpenRequest open =
                new OpenRequest(new ListenerRequest(lastNumber, request, allowed), now, answer);
        EndpointId endpoint = byAddress.get(ListenerAddress.of(request.url()));
        ListenerLine line = endpoint == null ? null : lines.get(endpoint);
        if (line == null || stopping) {
            open.end(ListenerLine.NOBODY, null, now);
        } else {
            line.add(open);
        }
    }

    /**
     * What time asks for; on the loop, every {@link ListenerLimits#TICK}. Answers the listeners
     * that did not come back; again after as long unless their endpoints ended.
     */
    public List<EndpointId> step() {
        long now = nanoTime.getAsLong();
        List<EndpointId> gone = new ArrayList<>();
        lines.forEach((endpoint, line) -> {
            line.step(now);
            if (line.isGone(now)) {
                line.stillGone(now);
                gone.add(endpoint);
            }
        });
        return gone;
    }

    /** Sends nothing more: the server stops. What was sent may still be answered. */
    public void drain() {
        loop.execute(() -> {
            stopping = true;
            lines.values().forEach(line -> line.stopSending(nanoTime.getAsLong()));
        });
    }

    /** Ends all connections; the endpoints stay for listeners that come back after a start. */
    public CompletableFuture<Void> end() {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        loop.execute(() -> {
            stopping = true;
            lines.values()
                    .forEach(line -> line.end("the server is stopping", nanoTime.getAsLong()));
            ended.complete(null);
        });
        return ended;
    }
}
