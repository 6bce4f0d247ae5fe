package dev.posthorn.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.LongToIntFunction;

/** A publishing request as bytes, made once per connection and only filled in per request. */
public final class RequestTemplate {
    private final EventTemplate event;
    private final byte[] head;
    private final int batch;

    /**
     * @param authority host and port
     * @param token sent as {@code Authorization: Token}
     * @param batch events per request; one is sent as an object, more as an array
     * @param dataBytes size of an event's data
     * @param keyed whether every event carries an idempotency key
     */
    public RequestTemplate(
            String authority, String token, int batch, int dataBytes, boolean keyed) {
        this.event = new EventTemplate(dataBytes, keyed);
        this.batch = batch;
        this.head =
                """
                POST /events HTTP/1.1
                Host: %s
                Authorization: Token %s
                Content-Type: application/json
                Content-Length: %d

                """
                        .formatted(authority, token, bodyLength())
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
    }

    /** The event type that a group of endpoints subscribes to. */
    public static String type(int group) {
        return EventTemplate.type(group);
    }

    int batch() {
        return batch;
    }

    private int bodyLength() {
        return batch == 1 ? event.length() : batch * (event.length() + 1) + 1;
    }

    ByteBuffer make() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(head.length + bodyLength());
        buffer.put(head);
        for (int i = 0; i < batch; i++) {
            if (batch > 1) {
                buffer.put((byte) (i == 0 ? '[' : ','));
            }
            event.write(buffer);
        }
        if (batch > 1) {
            buffer.put((byte) ']');
        }
        return buffer.flip();
    }

    /** Makes it the request of the events from {@code first}, each of the group it is given. */
    void fill(ByteBuffer buffer, long first, LongToIntFunction groupOf) {
        int at = head.length + (batch == 1 ? 0 : 1);
        for (int i = 0; i < batch; i++) {
            long number = first + i;
            event.fill(buffer, at, number, groupOf.applyAsInt(number));
            at += event.length() + 1;
        }
        buffer.rewind();
    }
}
