package dev.posthorn.server.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of one caller. Bodies go out without a Content-Type, as ricloud's client sends them. */
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
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(method + " " + path, e);
        }
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {
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
