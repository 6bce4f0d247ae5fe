package dev.posthorn.server.dashboard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.posthorn.server.Posthorn;
import dev.posthorn.server.receivers.Script;
import dev.posthorn.server.receivers.ScriptedReceiver;
import dev.posthorn.server.receivers.TestCertificates;
import dev.posthorn.server.settings.DevMode;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plants a secret wherever one can be given and looks for all of them wherever somebody might read
 * what we wrote: database and log beside it, our log, metrics, answers and pages.
 */
class CanaryTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PASSWORD = "canary-user-password-0123";

    @TempDir Path folder;
    @TempDir Path certificates;

    private final Map<String, String> canaries = new LinkedHashMap<>();
    private final List<String> endpoints = new ArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private Posthorn posthorn;
    private boolean running = true;
    private String manager = "";
    private String reader = "";

    @BeforeEach
    void start() {
        log.start();
        root.addAppender(log);
        root.setLevel(Level.INFO);
        posthorn =
                Posthorn.start(
                        DevMode.of(
                                Settings.standard()
                                        .with(Known.LISTEN, "127.0.0.1:0")
                                        .with(Known.DATA, folder.toString())
                                        .with(Known.MIN_FREE_DISK, "1MiB")));
    }

    @AfterEach
    void stop() {
        if (running) {
            posthorn.close();
        }
        root.detachAppender(log);
        root.setLevel(before);
    }

    @Test
    void no_secret_is_in_the_clear_anywhere() throws IOException {
        try (var receiver = ScriptedReceiver.listening(Script.status(500));
                var tokens =
                        ScriptedReceiver.listening(
                                Script.answering(
                                        answer("{\"access_token\":\"canary-access-token\"}")))) {
            keys();
            plant(receiver, tokens);
            Browser browser = signedIn();
            publish();

            List<String> seen = new ArrayList<>();
            seen.addAll(answers());
            seen.addAll(pages(browser));
            log.list.forEach(event -> seen.add(event.getFormattedMessage()));

            canaries.forEach((what, secret) -> {
                assertThat(seen).as(what).noneMatch(text -> text.contains(secret));
            });
            assertThat(seen).hasSizeGreaterThan(40);
        }
        running = false;
        posthorn.close();
        String files = files();
        canaries.forEach((what, secret) -> assertThat(files.contains(secret)).as(what).isFalse());
        assertThat(files.contains("an event of no secret")).isTrue();
    }

    private void keys() {
        manager = canary("key that manages", key("manage"));
        reader = canary("key that reads", key("read"));
        canary("operator's token", posthorn.adminToken());
    }

    private String key(String scope) {
        return field(
                post(
                        posthorn.adminToken(),
                        "/keys",
                        "{\"scopes\":[\"" + scope + "\",\"publish\"]}"),
                "token");
    }

    /** One endpoint of every kind, each with an own secret and a secret header. */
    private void plant(ScriptedReceiver receiver, ScriptedReceiver tokens) {
        String basic = canary("password", "canary-basic-password");
        canary("name and password", base64("me-in-the-clear:" + basic));
        endpoint(
                receiver,
                "basic",
                "{\"username\":\"me-in-the-clear\",\"password\":\"" + basic + "\"}");
        String bearer = canary("bearer token", "canary-bearer-token");
        endpoint(receiver, "bearer", "{\"token\":\"" + bearer + "\"}");
        String client = canary("client secret", "canary-client-secret");
        canary("access token", "canary-access-token");
        canary("client and secret", base64("me:" + client));
        endpoint(
                receiver,
                "oauth2",
                "{\"token_url\":\"%s\",\"client_id\":\"me\",\"client_secret\":\"%s\"}"
                        .formatted(tokens.url("/"), client));
        var pem = new TestCertificates(certificates).pem("-1d");
        String key = pem.key().lines().skip(1).findFirst().orElseThrow();
        canary("private key", key);
        endpoint(
                receiver,
                "mtls",
                "{\"certificate\":\"%s\",\"private_key\":\"%s\"}"
                        .formatted(
                                pem.certificate().replace("\n", "\\n"),
                                pem.key().replace("\n", "\\n")));
    }

    private void endpoint(ScriptedReceiver receiver, String kind, String auth) {
        String secret = "canary-own-secret-" + kind;
        canary("secret of " + kind, secret);
        canary("its header", "canary-header-" + kind);
        String url =
                kind.equals("mtls")
                        ? receiver.url("/").replace("http:", "https:")
                        : receiver.url("/");
        String made =
                post(
                        posthorn.adminToken(),
                        "/configs/webhook",
                        """
                        {"url":"%s","profile":"fastcomments","secret":"%s","test":false,"event_types":["*"],
                         "headers":{"X-Api-Key":"canary-header-%s"},"auth":{"%s":%s}}
                        """
                                .formatted(url, secret, kind, kind, auth));
        endpoints.add(field(made, "id"));
        post(manager, "/configs/webhook/" + field(made, "id"), "{\"name\":\"named " + kind + "\"}");
    }

    private void publish() {
        post(
                manager,
                "/events",
                "{\"type\":\"comment.created\",\"data\":{\"id\":\"1\",\"text\":\"an event of no secret\"}}");
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (ids("/attempts?limit=100").size() < endpoints.size() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(ids("/attempts?limit=100")).hasSizeGreaterThanOrEqualTo(endpoints.size());
        // What tests send is kept whole.
        for (String id : endpoints) {
            post(manager, "/configs/webhook/" + id + "/test", "null", "Ricloud-Await", "5");
        }
    }

    private Browser signedIn() {
        Browser browser = new Browser(posthorn.port());
        String first = posthorn.firstLink().orElseThrow();
        canary("first link", first.substring(first.lastIndexOf('/') + 1));
        browser.get(first);
        canary("user's password", PASSWORD);
        Browser.Seen made =
                browser.post(
                        first,
                        "name",
                        "Ada",
                        "email",
                        "ada@example.com",
                        "password",
                        PASSWORD,
                        "again",
                        PASSWORD);
        assertThat(made.status()).isEqualTo(303);
        canary("session", cookie(made));
        String portal = post(manager, "/organisations/default/portal", "{\"scope\":\"manage\"}");
        String link = field(portal, "url");
        canary("portal's link", link.substring(link.lastIndexOf('/') + 1));
        return browser;
    }

    private static String cookie(Browser.Seen seen) {
        String set = seen.header("Set-Cookie");
        return set.substring(set.indexOf('=') + 1, set.indexOf(';'));
    }

    /** As a key sees them that may only read: those who may manage see the endpoint's secret. */
    private List<String> answers() {
        List<String> paths =
                new ArrayList<>(
                        List.of(
                                "/configs/webhook",
                                "/tasks?limit=100",
                                "/attempts?limit=100",
                                "/deliveries?limit=100",
                                "/events?limit=100",
                                "/audit?limit=100",
                                "/keys",
                                "/key",
                                "/queue",
                                "/profiles",
                                "/event-types",
                                "/organisation",
                                "/organisations",
                                "/cluster",
                                "/metrics",
                                "/readyz"));
        endpoints.forEach(id -> {
            paths.add("/configs/webhook/" + id);
            paths.add("/configs/webhook/" + id + "/stats");
            paths.add("/attempts?webhook_config=" + id);
        });
        ids("/attempts?limit=100").forEach(id -> paths.add("/attempts/" + id));
        ids("/tasks?limit=100").forEach(id -> paths.add("/tasks/" + id));
        ids("/deliveries?limit=100").forEach(id -> paths.add("/deliveries/" + id));
        List<String> seen = new ArrayList<>();
        paths.forEach(path -> seen.add(get(reader, path)));
        for (String path : List.of("/audit?limit=100", "/attempts?limit=100", "/tasks?limit=100")) {
            seen.add(get(manager, path));
            seen.add(get(posthorn.adminToken(), path));
        }
        return seen;
    }

    private List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        JSON.readTree(get(reader, path))
                .path("data")
                .forEach(row -> ids.add(row.path("id").stringValue("")));
        return ids;
    }

    private List<String> pages(Browser browser) {
        List<String> paths =
                new ArrayList<>(
                        List.of(
                                "/ui",
                                "/ui/webhooks",
                                "/ui/events",
                                "/ui/queue",
                                "/ui/keys",
                                "/ui/users",
                                "/ui/organisations",
                                "/ui/audit",
                                "/ui/settings"));
        for (String id : endpoints) {
            for (String tab : List.of("", "/log", "/test", "/secret", "/settings", "/edit")) {
                paths.add("/ui/webhooks/" + id + tab);
            }
        }
        List<String> seen = new ArrayList<>();
        paths.forEach(path -> {
            Browser.Seen page = browser.get(path);
            assertThat(page.status()).as(path).isIn(200, 303, 404);
            seen.add(page.text());
        });
        return seen;
    }

    /** All of the folder but the two files that hold keys by themselves. */
    private String files() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.equals("admin-token") && !name.equals("master-key")) {
                    all.append(new String(Files.readAllBytes(file), ISO_8859_1));
                }
            }
        }
        return all.toString();
    }

    private String canary(String what, String secret) {
        canaries.put(what + " (" + secret.length() + ")" + canaries.size(), secret);
        return secret;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String field(String json, String name) {
        return JSON.readTree(json).path(name).stringValue("");
    }

    private static String answer(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private String get(String token, String path) {
        return sent(request(token, path).GET());
    }

    private String post(String token, String path, String body, String... headers) {
        HttpRequest.Builder request = request(token, path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return sent(request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + posthorn.port() + path))
                .header("Authorization", "Token " + token);
    }

    private static String sent(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
