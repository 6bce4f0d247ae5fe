package dev.posthorn.cli.listen;

import dev.posthorn.cli.receiver.ReceivedRequest;
import dev.posthorn.cli.receiver.Receiver;
import dev.posthorn.cli.receiver.Reply;
import dev.posthorn.cli.terminal.Terminal;
import dev.posthorn.client.ListenerStream;
import dev.posthorn.client.Listeners;
import dev.posthorn.client.PosthornException;
import dev.posthorn.client.resource.Listener;
import dev.posthorn.client.resource.ListenerAnswer;
import dev.posthorn.client.resource.ListenerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A receiver that nobody can call: takes requests from a connection to the server, and opens
 * another one when it is lost, until it is closed.
 */
final class Connected implements AutoCloseable {
    private static final int NOT_FOUND = 404;

    /** For requests that are being answered at the end; the server would try them again. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);

    private final Listeners listeners;
    private final Wish wish;
    private final Receiver.Handler handler;
    private final Answers answers;
    private final Terminal terminal;
    private final Backoff backoff = new Backoff();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread reporter;
    private volatile Listener listener;
    private volatile ListenerStream stream;
    private volatile boolean ended;

    /** Connects; throws what the server refuses. {@code opened}: what {@code wish} came to. */
    Connected(
            Listeners listeners,
            Wish wish,
            Listener opened,
            Receiver.Handler handler,
            Terminal terminal) {
        this.listeners = listeners;
        this.wish = wish;
        this.handler = handler;
        this.terminal = terminal;
        this.listener = opened;
        this.answers = new Answers(listeners, terminal);
        this.stream = listeners.connect(opened.id());
        this.reporter = Thread.ofVirtual().start(this::report);
        Thread.ofVirtual().start(this::receive);
    }

    private void receive() {
        try {
            while (!ended) {
                take(stream);
            }
        } catch (RejectedExecutionException _) {
            // It was closed just now: the server tries that one again, or cancels it.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(ListenerStream from) throws InterruptedException {
        try {
            ListenerRequest request = from.next();
            if (!ended) {
                threads.execute(() -> answers.add(answer(request)));
            }
        } catch (PosthornException e) {
            from.close();
            if (!ended) {
                reconnect("Connection lost: " + e.getMessage());
            }
        }
    }

    private ListenerAnswer answer(ListenerRequest request) {
        Reply reply = handler.handle(received(request));
        return reply.answered()
                ? ListenerAnswer.of(
                        request.id(),
                        reply.status(),
                        reply.headers(),
                        reply.body(),
                        reply.truncated())
                : ListenerAnswer.failed(request.id(), reply.body());
    }

    private static ReceivedRequest received(ListenerRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.headers()
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return new ReceivedRequest(
                request.method(),
                request.path(),
                Map.copyOf(headers),
                request.body().getBytes(StandardCharsets.UTF_8),
                Instant.now());
    }

    /** {@code lost}: what happened, for the user. */
    private void reconnect(String lost) throws InterruptedException {
        String happened = lost;
        while (!ended) {
            Duration wait = backoff.next();
            terminal.note(happened.replaceFirst("\\.$", "") + "; again in " + seconds(wait));
            Thread.sleep(wait);
            try {
                stream = connected();
                backoff.succeeded();
                terminal.note("Connected again as " + listener.name() + ".");
                return;
            } catch (PosthornException e) {
                happened = "Not connected: " + e.getMessage();
            }
        }
    }

    /** One that stayed away for too long has ended: it begins anew under its name. */
    private ListenerStream connected() {
        try {
            return listeners.connect(listener.id());
        } catch (PosthornException e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
            listener = wish.again(listeners, listener);
            return listeners.connect(listener.id());
        }
    }

    private static String seconds(Duration wait) {
        return wait.toMillis() % 1000 == 0 ? wait.toSeconds() + " s" : wait.toMillis() + " ms";
    }

    private void report() {
        try {
            while (!ended) {
                answers.step(listener.id());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers what was begun, then ends the listener: its endpoint goes at once. */
    @Override
    public void close() {
        ended = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
            reporter.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        answers.flush(listener.id());
        stream.close();
        try {
            listeners.end(listener.id());
        } catch (PosthornException e) {
            terminal.note(
                    "Listener %s ends by itself in %d s: %s"
                            .formatted(listener.name(), listener.endsAfterS(), e.getMessage()));
        }
    }
}
