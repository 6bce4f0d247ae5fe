package dev.posthorn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.organisation.Scope;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WebServerTest {
    private static final Vertx VERTX =
            Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final CountDownLatch HELD = new CountDownLatch(1);
    private static final CountDownLatch REACHED = new CountDownLatch(1);
    private static WebServer server;

    private static final List<Route> ROUTES =
            List.of(
                    Route.get("/open", Access.anyone(), WebServerTest::echo),
                    Route.get("/things", Access.holding(Scope.READ), WebServerTest::echo),
                    Route.post("/things", Access.holding(Scope.MANAGE), WebServerTest::echo),
                    Route.get("/things/{id}", Access.holding(Scope.READ), WebServerTest::echo),
                    Route.post("/things/{id}", Access.anyone(), WebServerTest::echo),
                    Route.get("/things/special", Access.anyone(), WebServerTest::special),
                    Route.get("/broken", Access.anyone(), WebServerTest::breaks),
                    Route.get("/held", Access.anyone(), WebServerTest::held),
                    new Route(
                            Method.POST,
                            "/loop",
                            Access.anyone(),
                            4 * 1024 * 1024,
                            new Route.Work.OnLoop(
                                    (request, answer) -> answer.send(echo(request)))));

    @BeforeAll
    static void start() {
        server = start(TimeLimits.DEFAULTS);
    }

    private static WebServer start(TimeLimits limits) {
        WebServerSettings settings =
                new WebServerSettings("127.0.0.1", 0, 2, 100, 1024 * 1024, limits);
        return WebServer.start(VERTX, settings, ROUTES, new TestKeys());
    }

    @AfterAll
    static void stop() {
        server.close();
        VERTX.close().await();
    }

    private static Response echo(Request request) {
        String text =
                request.method()
                        + " "
                        + request.path()
                        + " "
                        + request.values()
                        + " "
                        + request.query().values()
                        + " "
                        + request.body().length;
        return Response.json(200, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Response special(Request request) {
        return Response.json(200, "special".getBytes(StandardCharsets.UTF_8));
    }

    private static Response breaks(Request request) {
        throw new IllegalStateException("password=hunter2");
    }

    private static Response held(Request request) {
        REACHED.countDown();
        try {
            HELD.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Response.json(200, "done".getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> call(String method, String path, String body)
            throws Exception {
        return call(method, path, body, "Authorization", "Token reader");
    }

    private static HttpResponse<String> call(
            String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String answer(HttpResponse<String> response) {
        return response.statusCode() + " " + response.body();
    }

    @Test
    void hands_a_handler_the_whole_request() throws Exception {
        assertThat(answer(call("GET", "/things/a%20b?x=1&y=%C3%A9+z&empty", "body")))
                .isEqualTo("200 GET /things/a%20b {id=a b} {x=1, y=é z, empty=} 4");
    }

    @Test
    void tolerates_one_trailing_slash() throws Exception {
        assertThat(answer(call("GET", "/things/", ""))).isEqualTo("200 GET /things/ {} {} 0");
        assertThat(call("GET", "/things//", "").statusCode()).isEqualTo(200);
        assertThat(call("GET", "/nowhere//", "").statusCode()).isEqualTo(404);
    }

    @Test
    void prefers_a_plain_path_to_a_template() throws Exception {
        assertThat(answer(call("GET", "/things/special", ""))).isEqualTo("200 special");
    }

    @Test
    void asks_for_a_token() throws Exception {
        String wanted =
                "401 {\"error\":\"unauthorised\",\"message\":\"Send a valid token: Authorization:"
                        + " Token <token>.\"}";
        assertThat(answer(call("GET", "/things", "", new String[0]))).isEqualTo(wanted);
        assertThat(answer(call("GET", "/things", "", "Authorization", "Token wrong")))
                .isEqualTo(wanted);
        assertThat(answer(call("GET", "/things", "", "Authorization", "Basic cmVhZGVy")))
                .isEqualTo(wanted);
        assertThat(call("GET", "/things", "", "Authorization", "Bearer reader").statusCode())
                .isEqualTo(200);
    }

    @Test
    void names_the_scope_that_is_missing() throws Exception {
        assertThat(answer(call("POST", "/things", "{}")))
                .isEqualTo(
                        "403 {\"error\":\"missing-scope\",\"message\":\"The key needs the scope"
                                + " manage.\"}");
        assertThat(answer(call("GET", "/things", "", "Authorization", "Token barred")))
                .isEqualTo(
                        "403 {\"error\":\"blocked\",\"message\":\"The organisation is blocked.\"}");
    }

    @Test
    void says_which_methods_a_path_has() throws Exception {
        HttpResponse<String> response = call("DELETE", "/things", "");
        assertThat(answer(response))
                .isEqualTo(
                        "405 {\"error\":\"method-not-allowed\",\"message\":\"Use GET, HEAD,"
                                + " OPTIONS, POST here.\"}");
        assertThat(response.headers().firstValue("Allow")).contains("GET, POST, HEAD, OPTIONS");
        HttpResponse<String> options = call("OPTIONS", "/things", "");
        assertThat(answer(options)).isEqualTo("204 ");
        assertThat(options.headers().firstValue("Allow")).contains("GET, POST, HEAD, OPTIONS");
    }

    @Test
    void answers_head_as_get_without_the_body() throws Exception {
        HttpResponse<String> response = call("HEAD", "/things", "");
        assertThat(answer(response)).isEqualTo("200 ");
        assertThat(response.headers().firstValue("Content-Length"))
                .contains(Integer.toString("GET /things {} {} 0".length()));
    }

    @Test
    void says_nothing_of_what_broke_inside() throws Exception {
        assertThat(answer(call("GET", "/broken", "")))
                .matches(
                        "500 \\{\"error\":\"internal\",\"message\":\"Something went wrong here; the"
                                + " log has it as [0-9a-f-]{36}\\.\"}");
    }

    @Test
    void refuses_a_query_it_cannot_read() throws Exception {
        try (RawConnection raw = new RawConnection(server.port())) {
            raw.send("GET /open?x=%C3 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(raw.readAll())
                    .startsWith("HTTP/1.1 400 ")
                    .endsWith(
                            "{\"error\":\"invalid-request\",\"message\":\"The query is not"
                                    + " percent-encoded UTF-8.\"}");
        }
        assertThat(answer(call("GET", "/open?x=1&x=2", "")))
                .isEqualTo(
                        "400 {\"error\":\"invalid-parameter\",\"message\":\"Not accepted: x.\","
                                + "\"params\":{\"x\":\"given twice\"}}");
    }

    @Test
    void refuses_a_body_above_the_limit_of_its_route() throws Exception {
        String tooLarge =
                "413 {\"error\":\"too-large\",\"message\":\"The body may have at most 1048576"
                        + " bytes.\"}";
        String body = "x".repeat(1024 * 1024 + 1);
        assertThat(answer(call("POST", "/things/1", body))).isEqualTo(tooLarge);
        assertThat(answer(call("POST", "/things/1", body.substring(1))))
                .isEqualTo("200 POST /things/1 {id=1} {} 1048576");
    }

    @Test
    void refuses_a_body_that_grows_beyond_the_limit_unannounced() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + server.port() + "/things/1"))
                        .POST(
                                BodyPublishers.ofInputStream(() ->
                                        new java.io.ByteArrayInputStream(
                                                new byte[1024 * 1024 + 20_000])))
                        .build();
        assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
    }

    @Test
    void refuses_large_bodies_while_it_has_no_room_for_them() throws Exception {
        assertThat(answer(call("POST", "/loop", "x".repeat(3 * 1024 * 1024))))
                .isEqualTo(
                        "503 {\"error\":\"unavailable\",\"message\":\"Too many large requests at"
                                + " once.\"}");
        assertThat(answer(call("POST", "/loop", "x".repeat(700 * 1024))))
                .isEqualTo("200 POST /loop {} {} 716800");
    }

    @Test
    void refuses_what_is_not_http() throws Exception {
        assertThat(raw("GET /" + "x".repeat(9000) + " HTTP/1.1\r\n\r\n"))
                .matches("(?s)HTTP/1.[01] 414 .*");
        assertThat(raw("GET / HTTP/1.1\r\nX: " + "x".repeat(17_000) + "\r\n\r\n"))
                .matches("(?s)HTTP/1.[01] 431 .*");
        assertThat(raw("hello\r\n\r\n")).matches("(?s)HTTP/1.[01] 400 .*");
        assertThat(raw("POST /open HTTP/1.1\r\nContent-Length: x\r\n\r\n"))
                .matches("(?s)HTTP/1.[01] 400 .*");
    }

    private static String raw(String text) throws Exception {
        try (RawConnection raw = new RawConnection(server.port())) {
            return raw.send(text).readAnswer();
        }
    }

    @Test
    void tells_a_client_that_asks_whether_to_send_its_body() throws Exception {
        try (RawConnection raw = new RawConnection(server.port())) {
            raw.send(
                    "POST /things/1 HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
            assertThat(raw.readAnswer()).startsWith("HTTP/1.1 100 ");
            assertThat(raw.send("{}").readAnswer()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void closes_a_connection_that_takes_too_long_over_its_request() throws Exception {
        try (WebServer strict = start(new TimeLimits(1, 1, 1));
                RawConnection head = new RawConnection(strict.port());
                RawConnection body = new RawConnection(strict.port())) {
            head.send("GET /open HTTP/1.1\r\nX-Slow: ");
            body.send("POST /loop HTTP/1.1\r\nContent-Length: 100\r\n\r\n{");
            assertThat(head.readAll()).isEmpty();
            assertThat(body.readAll()).isEmpty();
        }
    }

    @Test
    void lets_a_newcomer_in_at_the_cost_of_whoever_said_nothing_the_longest() throws Exception {
        WebServerSettings few =
                new WebServerSettings("127.0.0.1", 0, 1, 2, 1024 * 1024, TimeLimits.DEFAULTS);
        try (WebServer full = WebServer.start(VERTX, few, ROUTES, new TestKeys());
                RawConnection slow = new RawConnection(full.port());
                RawConnection other = new RawConnection(full.port())) {
            slow.send("GET /open HTTP/1.1\r\nX-Slow: ");
            other.send("GET /open HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(other.readAnswer()).startsWith("HTTP/1.1 200 ");
            try (RawConnection newcomer = new RawConnection(full.port())) {
                newcomer.send("GET /open HTTP/1.1\r\nHost: x\r\n\r\n");
                assertThat(newcomer.readAnswer()).startsWith("HTTP/1.1 200 ");
            }
            assertThat(slow.readAll()).isEmpty();
        }
    }

    @Test
    void finishes_what_is_under_way_before_it_closes() throws Exception {
        WebServer closing = start(TimeLimits.DEFAULTS);
        try (RawConnection raw = new RawConnection(closing.port());
                RawConnection idle = new RawConnection(closing.port())) {
            raw.send("GET /held HTTP/1.1\r\nHost: x\r\n\r\n");
            REACHED.await();
            CompletableFuture<Void> closed = CompletableFuture.runAsync(closing::close);
            assertThat(idle.readAll()).isEmpty();
            HELD.countDown();
            assertThat(raw.readAll()).startsWith("HTTP/1.1 200 ").endsWith("done");
            closed.get();
        }
    }

    @Test
    void says_which_address_cannot_be_had() {
        WebServerSettings taken = WebServerSettings.on("127.0.0.1", server.port());
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        WebServer.start(
                                Vertx.vertx(new VertxOptions().setPreferNativeTransport(true)),
                                taken,
                                ROUTES,
                                new TestKeys()))
                .isInstanceOf(CannotListenException.class)
                .hasMessageContaining("127.0.0.1:" + server.port());
    }
}
