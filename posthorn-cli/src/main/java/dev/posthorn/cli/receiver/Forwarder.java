package dev.posthorn.cli.receiver;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Passes requests on to a program of the user and its answer back. */
final class Forwarder {
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

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final URI to;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Forwarder(URI to) {
        this.to = to;
    }

    /** What the program answered; 502 with the reason when it did not. */
    Reply forward(ReceivedRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(copy(request), BodyHandlers.ofString());
            String type = answer.headers().firstValue("Content-Type").orElse("text/plain");
            return new Reply(answer.statusCode(), Map.of("Content-Type", type), answer.body());
        } catch (IOException e) {
            return Reply.of(502, "nothing answered at " + to + ": " + e.getMessage());
        }
    }

    private HttpRequest copy(ReceivedRequest request) {
        HttpRequest.Builder copy =
                HttpRequest.newBuilder(to)
                        .timeout(TIMEOUT)
                        .method(request.method(), BodyPublishers.ofByteArray(request.body()));
        request.headers().entrySet().stream()
                .filter(header -> !NOT_PASSED_ON.contains(header.getKey()))
                .forEach(header -> copy.header(header.getKey(), header.getValue()));
        return copy.build();
    }
}
