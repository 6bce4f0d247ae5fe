package dev.posthorn.server.dashboard.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.posthorn.server.Posthorn;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server with a webhook in every state, events that arrived, wait and failed, and texts that are
 * hard to show.
 */
final class Populated implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /** Markup, a text that runs from right to left, and characters that turn the rest around. */
    private static final String HARD =
            "<script>alert(1)</script> \\u0645\\u0631\\u062d\\u0628\\u0627 \\u202eright\\u202c";

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer receiver;
    private final Posthorn server;
    private final String token;
    private volatile boolean failing;

    Populated(Path folder) throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::answer);
        receiver.start();
        server =
                Posthorn.start(
                        Settings.standard()
                                .with(Known.LISTEN, "127.0.0.1:0")
                                .with(Known.DATA, folder.toString())
                                .with(Known.EGRESS_ALLOW, "127.0.0.0/8"));
        token = Files.readString(folder.resolve("admin-token")).strip();
    }

    /** What comes back from {@code /fail…} turns bad once {@link #fill} has tested it. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            boolean bad = path.startsWith("/bad") || (failing && path.startsWith("/fail"));
            byte[] body = (bad ? "<h1>Bad \u202e Gateway</h1>" : "{\"ok\":true}").getBytes(UTF_8);
            exchange.getResponseHeaders().set("X-Note", "<img src=x onerror=alert(1)>");
            exchange.sendResponseHeaders(bad ? 502 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    String base() {
        return "http://127.0.0.1:" + server.port();
    }

    String firstLink() {
        return base() + server.firstLink().orElseThrow();
    }

    /** Public ids by what they are for. */
    Map<String, String> fill() {
        post("/organisations", "{\"name\":\"Harbour & Pine <b>GmbH</b>\",\"uid\":\"harbour\"}");
        String good = endpoint("Order archive", "/ok/" + "a-very-long-path/".repeat(12), "");
        String fails =
                endpoint(
                        "\\u0623\\u0631\\u0634\\u064a\\u0641 <b>" + "long-name".repeat(12),
                        "/fail/orders",
                        ",\"event_types\":[\"user.created\",\"user.updated\",\"company.*\"]");
        endpoint("Turned away", "/bad/all", "");
        String off = endpoint("Switched off", "/ok/off", "");
        String held = endpoint("Held", "/ok/held", "");
        failing = true;
        update(off, "{\"state\":\"deactivated\"}");
        update(held, "{\"paused\":true}");
        String first = "";
        for (int i = 0; i < 30; i++) {
            String type = i % 3 == 0 ? "user.created" : i % 3 == 1 ? "user.updated" : "user.seen";
            JsonNode made =
                    post(
                            "/events",
                            "{\"type\":\"%s\",\"entity_id\":\"u-%d\",\"data\":{\"note\":\"%s\"}}"
                                    .formatted(type, i, HARD));
            first = first.isEmpty() ? made.path("id").asString() : first;
        }
        post("/keys", "{\"name\":\"Reads <i>only</i>\",\"scopes\":[\"read\"]}");
        return Map.of("good", good, "fails", fails, "off", off, "held", held, "event", first);
    }

    private String endpoint(String name, String path, String more) {
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
        String body = "{\"name\":\"%s\",\"url\":\"%s\"%s}".formatted(name, url, more);
        return post("/configs/webhook", body).path("id").asString();
    }

    private JsonNode post(String path, String body) {
        return send("POST", path, body);
    }

    private void update(String endpoint, String body) {
        post("/configs/webhook/" + endpoint, body);
    }

    /** Waits for tests of webhooks to be over. */
    private JsonNode send(String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base() + path))
                        .header("Authorization", "Token " + token)
                        .header("Prefer", "wait=10")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
            return JSON.readTree(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        receiver.stop(0);
    }
}
