package dev.posthorn.cli.receiver;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Passes requests on to a program of the user and its answer back, byte for byte. */
public final class Forwarder {
    /** Names that belong to one connection, RFC 9110, 7.6.1, and those the client sets itself. */
    private static final Set<String> NOT_PASSED_ON =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "keep-alive",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    /** As long as an endpoint may ever wait: the server gives up first. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** What the server keeps of an answer. */
    private static final int KEPT_BYTES = 16 * 1024;

    private final URI to;
    private final boolean appends;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** {@code appends}: whether a request's path is what a profile puts behind the URL. */
    public Forwarder(URI to, boolean appends) {
        this.to = to;
        this.appends = appends;
    }

    /** What the program answered; not answered, with the reason, when it did not. */
    Reply forward(ReceivedRequest request) throws InterruptedException {
        try {
            return reply(http.send(copy(request), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            return Reply.notReached(why(e));
        }
    }

    private String why(IOException failure) {
        return switch (failure) {
            case ConnectException _ -> "Nothing answers at " + to + ".";
            case HttpTimeoutException _ -> to + " did not answer within 60 s.";
            default -> to + " gave no answer: " + failure.getMessage();
        };
    }

    private static Reply reply(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream in = answer.body()) {
            byte[] read = in.readNBytes(KEPT_BYTES + 1);
            boolean truncated = read.length > KEPT_BYTES;
            byte[] body = truncated ? Arrays.copyOf(read, KEPT_BYTES) : read;
            return new Reply(
                    answer.statusCode(),
                    headers(answer),
                    new String(body, StandardCharsets.UTF_8),
                    truncated,
                    true);
        }
    }

    /** The values of a repeated name are joined as RFC 9110, 5.3 does. */
    private static Map<String, String> headers(HttpResponse<?> answer) {
        var headers = new LinkedHashMap<String, String>();
        answer.headers()
                .map()
                .forEach((name, values) -> {
                    if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))
                            && !name.startsWith(":")) {
                        headers.put(name, String.join(", ", values));
                    }
                });
        return headers;
    }

    private HttpRequest copy(ReceivedRequest request) {
        HttpRequest.Builder copy =
                HttpRequest.newBuilder(target(request))
                        .timeout(TIMEOUT)
                        .method(request.method(), BodyPublishers.ofByteArray(request.body()));
        request.headers().entrySet().stream()
                .filter(header -> !NOT_PASSED_ON.contains(header.getKey()))
                .forEach(header -> copy.header(header.getKey(), header.getValue()));
        return copy.build();
    }

    /** Joined with exactly one slash, as the server does; a query stays at the end. */
    private URI target(ReceivedRequest request) {
        if (!appends || request.path().equals("/")) {
            return to;
        }
        String url = to.toString();
        int query = url.indexOf('?');
        String base = query < 0 ? url : url.substring(0, query);
        String rest = query < 0 ? "" : url.substring(query);
        String joined = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return URI.create(joined + request.path() + rest);
    }
}
