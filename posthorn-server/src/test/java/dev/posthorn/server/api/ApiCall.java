package dev.posthorn.server.api;

import dev.posthorn.server.openapi.Contract;
import dev.posthorn.server.openapi.Exchanged;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls of one caller. Bodies go out without a Content-Type, as ricloud's client sends them. Every
 * call and its answer are held against openapi.yaml.
 */
final class ApiCall {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final List<String> headers = new ArrayList<>();

    /** {@code token}: empty for none. */
    ApiCall(int port, String token) {
        this.port = port;
        if (!token.isEmpty()) {
            with("Authorization", "Token " + token);
        }
    }

    ApiCall with(String header, String value) {
        headers.add(header);
        headers.add(value);
        return this;
    }

    Answer get(String path) {
        return call("GET", path, "");
    }

    Answer delete(String path) {
        return call("DELETE", path, "");
    }

    /** Apostrophes stand for quotes, so that bodies can be read. */
    Answer post(String path, String body) {
        return call("POST", path, body.replace('\'', '"'));
    }

    Answer put(String path, String body) {
        return call("PUT", path, body.replace('\'', '"'));
    }

    Answer call(String method, String path, String body) {
        return call(method, path, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer call(String method, String path, byte[] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, BodyPublishers.ofByteArray(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            Answer answer = new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
            Contract.check(answer.exchanged(method, path, body, String.join(" ", headers)));
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(method + " " + path, e);
        }
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {
        private Exchanged exchanged(String method, String target, byte[] sent, String headers) {
            Map<String, String> received = new HashMap<>();
            response.headers()
                    .map()
                    .forEach((name, values) ->
                            received.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            return new Exchanged(
                    method,
                    target,
                    sent,
                    headers.contains("ndjson"),
                    status(),
                    received,
                    response.body());
        }

        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** Status and body, quotes as apostrophes. */
        String text() {
            return status() + " " + response.body().replace('"', '\'');
        }

        /** A field, as text. */
        String at(String name) {
            return json().path(name).asString("null");
        }

        /** A field of every item of a list, as text. */
        List<String> each(String name) {
            return json().get("data").values().stream()
                    .map(item -> item.path(name).asString("null"))
                    .toList();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
