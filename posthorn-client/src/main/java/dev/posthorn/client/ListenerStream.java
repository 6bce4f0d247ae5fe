package dev.posthorn.client;

import dev.posthorn.client.resource.ListenerRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A listener's connection. {@link #next} is for one thread; {@link #close} for any. A connection
 * over which nothing came for half a minute, not even the server's sign of life, counts as lost.
 */
public final class ListenerStream implements AutoCloseable {
    /** Three signs of life. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final InputStream in;
    private final Duration longestSilence;
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();

    /** What came: JSON, or null when nothing will come any more, and why. */
    private record Line(@Nullable JsonNode json, String end) {}

    private ListenerStream(InputStream in, Duration longestSilence) {
        this.in = in;
        this.longestSilence = longestSilence;
    }

    static ListenerStream of(InputStream in) {
        return of(in, LONGEST_SILENCE);
    }

    static ListenerStream of(InputStream in, Duration longestSilence) {
        ListenerStream stream = new ListenerStream(in, longestSilence);
        Thread reader = new Thread(stream::read, "posthorn-listener");
        reader.setDaemon(true);
        reader.start();
        return stream;
    }

    /** The server has at most 64 requests under way: so many lines wait at most. */
    private void read() {
        String end = "it was closed";
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isEmpty()) {
                    lines.add(new Line(Json.MAPPER.readTree(line), ""));
                }
            }
        } catch (IOException | UncheckedIOException | JacksonException e) {
            end = "it broke off (" + e.getMessage() + ")";
        }
        lines.add(new Line(null, end));
    }

    /**
     * Waits for the next request.
     *
     * @return in the order sent
     * @throws PosthornException {@link PosthornException#UNREACHABLE} when the connection is lost
     *     or the server ended it
     * @throws InterruptedException when this thread is to end
     */
    public ListenerRequest next() throws InterruptedException {
        while (true) {
            Line line = lines.poll(longestSilence.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                throw lost("the server was silent for " + longestSilence.toSeconds() + " s");
            }
            JsonNode json = line.json();
            if (json == null) {
                lines.add(line);
                throw lost(line.end());
            }
            switch (json.path("resource").asString("")) {
                case "listener_request" -> {
                    return Json.read(json, ListenerRequest.class);
                }
                case "listener_end" ->
                        throw lost("the server ended it, " + json.path("message").asString(""));
                default -> {
                    // A sign of life, or something a later server says.
                }
            }
        }
    }

    private static PosthornException lost(String why) {
        return PosthornException.unreachable(why, null);
    }

    /** Cuts the connection; whoever waits for a request is told that it is closed. */
    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            // It is gone already.
        }
    }
}
