package dev.posthorn.bench.load;

import dev.posthorn.bench.ledger.Ledger;
import dev.posthorn.bench.wire.Loop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Publishes over a fixed number of connections, one request at a time on each. Confined to the
 * loop's thread; its tick runs after every round of the loop.
 */
public final class Publisher implements Loop.Ticker {
    /** Longest sleep while publishing. The selector sleeps in whole milliseconds. */
    private static final long LONGEST_SLEEP_MS = 10;

    private static final long NANOS_PER_MS = 1_000_000;

    private final Loop loop;
    private final InetSocketAddress server;
    private final RequestTemplate template;
    private final Ledger ledger;
    private final ArrayDeque<PublisherConnection> free = new ArrayDeque<>();
    private int busy;
    private Pace pace = new Pace.Closed(0);
    private long startNanos;
    private long lengthNanos;
    private long requests;
    private boolean publishing;
    private @Nullable String firstRefusal;

    public Publisher(Loop loop, InetSocketAddress server, RequestTemplate template, Ledger ledger) {
        this.loop = loop;
        this.server = server;
        this.template = template;
        this.ledger = ledger;
    }

    public void connect(int connections) {
        for (int i = 0; i < connections; i++) {
            connect();
        }
    }

    /** Ends all connections, when nothing is asked any more. */
    public void disconnect() {
        free.forEach(PublisherConnection::end);
        free.clear();
    }

    private void connect() {
        try {
            SocketChannel channel = SocketChannel.open(server);
            free.push(new PublisherConnection(loop, channel, this, template));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot connect to the server at " + server, e);
        }
    }

    /** Publishes at the given pace from {@code startNanos} on, for {@code lengthNanos}. */
    public void publish(Pace next, long nowNanos, long durationNanos) {
        pace = next;
        startNanos = nowNanos;
        lengthNanos = durationNanos;
        requests = 0;
        publishing = true;
    }

    /** Whether everything due has been sent and answered. */
    public boolean isIdle() {
        return !publishing && busy == 0;
    }

    /** The first answer that was no 201, for the error message of a run that got nowhere. */
    public @Nullable String firstRefusal() {
        return firstRefusal;
    }

    @Override
    public long tick(long nowNanos) {
        if (!publishing) {
            return LONGEST_SLEEP_MS;
        }
        return switch (pace) {
            case Pace.Open open -> sendWhatIsDue(open, nowNanos);
            case Pace.Closed(long maxUnderway) -> sendWhatFits(maxUnderway, nowNanos);
            case Pace.Count(long count) -> sendUpTo(count, nowNanos);
        };
    }

    private long sendWhatIsDue(Pace.Open open, long nowNanos) {
        long due = open.dueNanos(requests);
        while (due < lengthNanos && startNanos + due <= nowNanos && !free.isEmpty()) {
            send(startNanos + due, nowNanos);
            due = open.dueNanos(requests);
        }
        publishing = due < lengthNanos;
        long sleepMs = (startNanos + due - nowNanos) / NANOS_PER_MS;
        return Math.clamp(sleepMs, 1, LONGEST_SLEEP_MS);
    }

    private long sendWhatFits(long maxUnderway, long nowNanos) {
        publishing = nowNanos - startNanos < lengthNanos;
        long inAnswer = (long) busy * template.batch() * ledger.fan().width();
        while (publishing && !free.isEmpty() && ledger.underway() + inAnswer < maxUnderway) {
            send(nowNanos, nowNanos);
            inAnswer += (long) template.batch() * ledger.fan().width();
        }
        return LONGEST_SLEEP_MS;
    }

    private long sendUpTo(long count, long nowNanos) {
        while (requests < count && !free.isEmpty()) {
            send(nowNanos, nowNanos);
        }
        publishing = requests < count;
        return LONGEST_SLEEP_MS;
    }

    private void send(long dueNanos, long nowNanos) {
        PublisherConnection connection = free.pop();
        long first = ledger.next();
        ledger.published(first, template.batch(), dueNanos, nowNanos);
        requests++;
        busy++;
        connection.publish(first, ledger::groupOf);
    }

    void accepted(PublisherConnection from, long first, long deliveries, long nowNanos) {
        ledger.accepted(first, template.batch(), deliveries, nowNanos);
        released(from);
    }

    void refused(PublisherConnection from, String answer) {
        ledger.refused(template.batch());
        firstRefusal = firstRefusal == null ? answer : firstRefusal;
        released(from);
    }

    private void released(PublisherConnection connection) {
        busy--;
        free.push(connection);
    }

    /** A connection broke; another takes its place. */
    void lost(PublisherConnection connection, boolean inRequest) {
        if (inRequest) {
            ledger.unanswered(template.batch());
            busy--;
        } else {
            free.remove(connection);
        }
        connect();
    }
}
