package dev.posthorn.cli.endtoend;

import dev.posthorn.cli.receiver.ReceivedRequest;
import dev.posthorn.cli.receiver.Receiver;
import dev.posthorn.cli.receiver.Reply;
import dev.posthorn.client.WebhookConfigFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A receiver that answers as a test wants it to, or is not there at all. */
final class MoodyReceiver implements AutoCloseable {
    static final Receiver.Handler TAKES_ALL = _ -> Reply.of(200, "");

    private final int port;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();
    private volatile Receiver.Handler mood = TAKES_ALL;
    private @Nullable Receiver receiver;

    /** A request that got a reply. {@code id}: of its event. */
    record Taken(String id, String path, Instant arrived, int status) {}

    private MoodyReceiver(int port) {
        this.port = port;
    }

    static MoodyReceiver answering(Receiver.Handler mood) {
        MoodyReceiver receiver = down();
        receiver.answerFromNowOn(mood);
        receiver.open();
        return receiver;
    }

    static MoodyReceiver answering(int status, Map<String, String> headers) {
        return answering(_ -> new Reply(status, headers, ""));
    }

    /** Takes requests and never answers. */
    static MoodyReceiver hanging() {
        MoodyReceiver receiver = down();
        receiver.answerFromNowOn(receiver::hang);
        receiver.open();
        return receiver;
    }

    /** Its port refuses connections until it is opened. */
    static MoodyReceiver down() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new MoodyReceiver(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void open() {
        receiver = Receiver.start("127.0.0.1", port, this::answer);
    }

    void answerFromNowOn(Receiver.Handler handler) {
        mood = handler;
    }

    private Reply answer(ReceivedRequest request) {
        Reply reply = mood.handle(request);
        String id = request.header("webhook-id").orElse("");
        taken.add(new Taken(id, request.path(), request.arrived(), reply.status()));
        return reply;
    }

    private Reply hang(ReceivedRequest request) {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return TAKES_ALL.handle(request);
    }

    /** In the order they came. */
    List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** An endpoint that is sent to at once, untested. {@code path} begins with a slash. */
    WebhookConfigFields endpoint(String path) {
        return WebhookConfigFields.url("http://127.0.0.1:" + port + path)
                .profile("standard")
                .eventTypes("*")
                .set("test", false);
    }

    @Override
    public void close() {
        closed.countDown();
        if (receiver != null) {
            receiver.close();
        }
    }
}
