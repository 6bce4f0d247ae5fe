package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.server.openapi.Contract;
import dev.posthorn.server.openapi.Exchanged;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A listener's connection, read line by line. Each has a TCP connection of its own. */
final class ListenedStream implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();
    private final BufferedReader lines;

    private ListenedStream(int port, String token, String listener) throws Exception {
        String path = "/listeners/" + listener + "/stream";
        var response =
                client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Authorization", "Token " + token)
                                .build(),
                        BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        Map<String, String> headers =
                Map.of("content-type", response.headers().firstValue("Content-Type").orElse(""));
        Contract.check(new Exchanged("GET", path, new byte[0], false, 200, headers, ""));
        lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    static ListenedStream open(int port, String token, String listener) {
        try {
            return new ListenedStream(port, token, listener);
        } catch (Exception e) {
            throw new AssertionError(listener, e);
        }
    }

    /** Waits for the next line that is no sign of life. */
    JsonNode next() {
        try {
            String line = lines.readLine();
            while (line != null && line.contains("listener_beat")) {
                line = lines.readLine();
            }
            return line == null ? JSON.missingNode() : JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts the connection. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
