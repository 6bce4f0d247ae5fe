package dev.posthorn.bench.load;

import dev.posthorn.bench.wire.Connection;
import dev.posthorn.bench.wire.Head;
import dev.posthorn.bench.wire.Loop;
import dev.posthorn.bench.wire.Scan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.LongToIntFunction;

/** One connection that publishes, one request after the other. */
final class PublisherConnection extends Connection {
    private static final int CREATED = 201;

    /** Where the status stands in {@code HTTP/1.1 201 Created}. */
    private static final int STATUS_AT = 9;

    private static final int STATUS_DIGITS = 3;
    private static final byte[] DELIVERIES = "\"deliveries\":".getBytes(StandardCharsets.US_ASCII);

    private final Publisher publisher;
    private final RequestTemplate template;
    private final ByteBuffer request;
    private final Head head = new Head();
    private long first;
    private boolean inRequest;

    PublisherConnection(
            Loop loop, SocketChannel channel, Publisher publisher, RequestTemplate template)
            throws IOException {
        super(loop, channel, null);
        this.publisher = publisher;
        this.template = template;
        this.request = template.make();
        begin();
    }

    void publish(long firstEvent, LongToIntFunction groupOf) {
        first = firstEvent;
        inRequest = true;
        template.fill(request, firstEvent, groupOf);
        send(request);
    }

    @Override
    protected int take(byte[] bytes, int from, int to, long nowNanos) {
        if (!head.read(bytes, from, to)) {
            return from;
        }
        inRequest = false;
        int statusAt = from + STATUS_AT;
        if (Scan.number(bytes, statusAt, statusAt + STATUS_DIGITS) == CREATED) {
            long deliveries = deliveries(bytes, head.bodyStart(), head.end());
            publisher.accepted(this, first, deliveries, nowNanos);
        } else {
            int length = head.end() - from;
            publisher.refused(this, new String(bytes, from, length, StandardCharsets.UTF_8));
        }
        return head.end();
    }

    private static long deliveries(byte[] bytes, int from, int to) {
        long sum = 0;
        int at = Scan.after(bytes, from, to, DELIVERIES);
        while (at >= 0) {
            sum += Scan.number(bytes, at, to);
            at = Scan.after(bytes, at, to, DELIVERIES);
        }
        return sum;
    }

    /** Ends it; nobody is told. */
    void end() {
        close();
    }

    @Override
    protected void lost() {
        publisher.lost(this, inRequest);
    }
}
