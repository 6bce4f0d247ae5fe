package dev.posthorn.server.dashboard.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver that accepts any token is found out, mended, and verified. */
class FastCommentsJourneyTest {
    @TempDir private Path folder;

    /** The only token that is right; null while any is. */
    private volatile String token;

    @Test
    void from_a_receiver_that_accepts_any_token_to_verified() throws IOException {
        assumeTrue(Chromium.isThere(), "no /usr/bin/chromium");
        Settings settings =
                Settings.standard()
                        .with(Known.LISTEN, "127.0.0.1:0")
                        .with(Known.DATA, folder.toString())
                        .with(Known.EGRESS_ALLOW, "127.0.0.0/8");
        HttpServer receiver = receiver();
        try (Posthorn server = Posthorn.start(settings);
                Chromium chromium = new Chromium()) {
            chromium.page().setDefaultTimeout(10_000);
            String base = "http://127.0.0.1:" + server.port();
            signUp(chromium.page(), base + server.firstLink().orElseThrow());
            create(chromium.page(), receiver.getAddress().getPort());
            red(chromium);
            secret(chromium);
            verified(chromium);
            log(chromium);
            rest(chromium);
            publish(base);
            charts(chromium);
            assertThat(chromium.complaints()).isEmpty();
        } finally {
            receiver.stop(0);
        }
    }

    private HttpServer receiver() throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer receiver = HttpServer.create(anyPort, 0);
        receiver.createContext("/", this::answer);
        receiver.start();
        return receiver;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String given = exchange.getRequestHeaders().getFirst("token");
            boolean right = token == null || token.equals(given);
            byte[] body = "<script>alert('hello')</script>".getBytes(UTF_8);
            exchange.getResponseHeaders().set("X-Note", "<img src=x onerror=alert(1)>");
            exchange.sendResponseHeaders(right ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void signUp(Page page, String link) {
        page.navigate(link);
        page.getByLabel("Name").fill("Ines Ferreira");
        page.getByLabel("E-mail").fill("ines@harbourpine.example");
        page.getByLabel("New password").fill("a sentence is fine");
        button(page, "Create and sign in").click();
        page.waitForURL("**/ui/**");
    }

    private static void create(Page page, int port) {
        page.navigate(page.url().replaceAll("/ui.*", "/ui/webhooks/new"));
        page.locator("#name").fill("Comment moderation");
        page.locator("#url").fill("http://127.0.0.1:" + port + "/v2/comments");
        page.locator("[value=fastcomments]").check();
        page.getByText("Only these").click();
        for (String type : new String[] {"created", "updated", "deleted"}) {
            page.getByLabel("comment." + type).check();
        }
        button(page, "Create and test").click();
        page.waitForURL(url -> url.contains("done=created"));
    }

    private static void red(Chromium chromium) {
        Page page = chromium.page();
        page.navigate(page.url().replaceAll("/ui.*", "/ui/webhooks"));
        page.getByRole(AriaRole.LINK, named("Comment moderation")).first().click();
        tab(page, "Test").click();
        button(page, "Send test payload: comment.created").click();
        Locator wrong = page.getByText("must be answered with 401, but 200 came back.").first();
        wrong.waitFor();
        waitUntilOver(page);
        assertThat(page.locator(".calls li.miss").count()).isGreaterThanOrEqualTo(1);
        assertThat(page.locator("main").textContent())
                .contains("Your endpoint accepted a forged call.", "Expected 401", "got 200");
        assertThat(page.locator(".state[data-state=invalid]").count()).isEqualTo(1);
        assertThat(page.locator(".verified").count()).isZero();
        chromium.picture("webhook-test-red");
        assertThat(chromium.isTooWideForAPhone()).isFalse();
    }

    /** The receiver learns its secret, and looks at it from now on. */
    private void secret(Chromium chromium) {
        Page page = chromium.page();
        tab(page, "Secret").click();
        button(page, "Show the secret").click();
        token = page.locator("[data-copy^=whsec_]").getAttribute("data-copy");
        page.getByText("Python", new Page.GetByTextOptions().setExact(true)).click();
        chromium.picture("webhook-secret");
        assertThat(chromium.isTooWideForAPhone()).isFalse();
    }

    private static void verified(Chromium chromium) {
        Page page = chromium.page();
        tab(page, "Test").click();
        for (String type : new String[] {"created", "updated", "deleted"}) {
            button(page, "Send test payload: comment." + type).click();
            page.waitForURL(url -> url.contains("task="));
            waitUntilOver(page);
            page.navigate(page.url().replaceAll("\\?.*", ""));
        }
        page.locator(".page-head .verified").waitFor();
        assertThat(page.locator(".page-head .state").textContent()).isEqualTo("valid");
        assertThat(page.locator(".calls .verdict.good").count()).isEqualTo(6);
        chromium.picture("webhook-test-verified");
    }

    private static void log(Chromium chromium) {
        Page page = chromium.page();
        tab(page, "Log").click();
        assertThat(page.locator("table.log tbody tr").count()).isEqualTo(10);
        page.locator("a.twist").first().click();
        assertThat(page.locator("tr.detail pre").last().textContent())
                .isEqualTo("<script>alert('hello')</script>");
        assertThat(page.locator("tr.detail .mask").count()).isPositive();
        page.evaluate("scrollTo(0, 0)");
        chromium.picture("webhook-log");
        assertThat(chromium.isTooWideForAPhone()).isFalse();
        page.getByRole(AriaRole.LINK, named("Older")).click();
        assertThat(page.locator("table.log tbody tr").count()).isPositive();
    }

    private static void rest(Chromium chromium) {
        Page page = chromium.page();
        tab(page, "Settings").click();
        chromium.picture("webhook-settings");
        assertThat(chromium.isTooWideForAPhone()).isFalse();
        tab(page, "Overview").click();
        chromium.picture("webhook-overview-empty");
        assertThat(chromium.isTooWideForAPhone()).isFalse();
    }

    /** So many that a chart has something to show. */
    private void publish(String base) throws IOException {
        String token = Files.readString(folder.resolve("admin-token")).strip();
        String event = "{\"type\":\"comment.created\",\"data\":{\"id\":\"c-1\"}}";
        HttpRequest batch =
                HttpRequest.newBuilder(URI.create(base + "/events"))
                        .header("Authorization", "Token " + token)
                        .POST(BodyPublishers.ofString("[" + (event + ",").repeat(39) + event + "]"))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(batch, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Counts are written every few seconds. */
    private static void charts(Chromium chromium) {
        Page page = chromium.page();
        Locator drawn = page.locator(".chart canvas");
        for (int i = 0; i < 100 && drawn.count() < 2; i++) {
            page.waitForTimeout(200);
            page.reload();
        }
        assertThat(drawn.count()).isEqualTo(2);
        chromium.picture("webhook-overview");
        assertThat(chromium.isTooWideForAPhone()).isFalse();
    }

    /** The page follows its test by itself. */
    private static void waitUntilOver(Page page) {
        page.locator(".state[data-state=running]")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private static Locator tab(Page page, String name) {
        return page.locator(".tabs")
                .getByRole(
                        AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
