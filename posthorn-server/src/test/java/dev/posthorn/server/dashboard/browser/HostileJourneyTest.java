package dev.posthorn.server.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.node.ObjectNode;

/** Whatever others wrote is shown as text: nothing of it runs, loads or leads anywhere. */
@ExtendWith(OnStage.class)
class HostileJourneyTest {
    private static final String MARKUP =
            "\"><img src=x onerror=alert(1)><script>alert(2)</script>' onload=alert(3) {{7*7}}";
    private static final String CONTROL = "a\u0007b\u001b[31mc\u202ed\u0000e";

    /** As large as an event may be, but for its frame. */
    private static final int LARGE = 1_000_000;

    private final Stage stage;
    private final Page page;
    private final String organisation;
    private String webhook = "";
    private String event = "";

    HostileJourneyTest(Stage stage) {
        this.stage = stage;
        organisation = stage.api().organisation(MARKUP);
        page = stage.operator(organisation);
    }

    private void write() {
        String path = "/hostile";
        stage.receiver()
                .answer(
                        path,
                        new Receiver.Answer(
                                200,
                                MARKUP + CONTROL,
                                Map.of("X-Note", MARKUP, "Content-Type", "text/html")));
        webhook =
                stage.api()
                        .endpoint(
                                organisation,
                                MARKUP,
                                stage.receiver().url(path + "?q='javascript:%3Cb%3E"));
        ObjectNode key = StageApi.json().put("name", MARKUP).put("organisation", organisation);
        key.putArray("scopes").add("read");
        stage.api().post("/keys", key);
        event = stage.api().event(organisation, "user.created", data(MARKUP));
        stage.api()
                .event(organisation, "user.updated", data(MARKUP.repeat(LARGE / MARKUP.length())));
    }

    private static ObjectNode data(String note) {
        ObjectNode data = StageApi.json().put("id", MARKUP).put("note", note);
        return data.put("control", CONTROL).put("site", "javascript:alert(4)");
    }

    @Test
    void nothing_of_it_runs_on_any_page() {
        write();
        String one = "/ui/webhooks/" + webhook;
        page.navigate(stage.base() + one + "/log");
        On.until(page, page.locator("tr:has-text('user.updated'):has-text('delivered')"));
        page.locator("tr:has-text('user.created') a.twist").click();
        page.locator("tr.detail").waitFor();
        harmless("log");
        assertThat(page.locator("tr.detail").textContent())
                .contains(MARKUP, "U+0007", "U+001B", "U+202E", "U+0000");
        for (String place :
                List.of(
                        "/ui/overview",
                        "/ui/webhooks",
                        "/ui/webhooks?text=" + encoded(),
                        one,
                        one + "/edit",
                        one + "/test",
                        one + "/settings",
                        "/ui/events",
                        "/ui/events?entity=" + encoded(),
                        "/ui/events/" + event,
                        "/ui/events/" + event + "?payload=raw",
                        "/ui/queue?text=" + encoded(),
                        "/ui/queue/resend",
                        "/ui/search?q=" + encoded(),
                        "/ui/keys",
                        "/ui/users",
                        "/ui/organisations",
                        "/ui/audit",
                        "/ui/guide",
                        "/ui/" + encoded())) {
            page.navigate(stage.base() + place);
            harmless(place);
        }
        large();
        assertThat(stage.chromium().complaints()).isEmpty();
    }

    private static String encoded() {
        return java.net.URLEncoder.encode(MARKUP, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Only scripts of ours, no picture from anywhere, no link into a script. */
    private void harmless(String place) {
        assertThat(page.locator("script:not([src^='/ui/assets/'])").count()).as(place).isZero();
        assertThat(page.locator("main img").count()).as(place).isZero();
        assertThat(page.locator("[href^='javascript:'], [onload], [onerror]").count())
                .as(place)
                .isZero();
    }

    /** A megabyte is cut, and said to be. */
    private void large() {
        page.navigate(stage.base() + "/ui/events?type=user.updated");
        page.locator("tbody a").first().click();
        page.waitForURL("**/ui/events/*-*");
        harmless("large");
        assertThat(page.locator("main").textContent()).contains("more characters are not shown");
    }

    @Test
    void the_door_is_no_better_than_the_rest() {
        stage.stranger("en-GB");
        Page door = stage.chromium().page();
        door.navigate(stage.base() + "/ui/sign-in?back=javascript:alert(5)");
        door.getByLabel("E-mail").fill("a@b.example");
        door.locator("#email")
                .evaluate("e => { e.type = 'text'; e.value = '\"><b>' + '@x.example'; }");
        door.getByLabel("Password").fill("wrong");
        On.button(door, "Sign in").click();

        assertThat(door.locator("#email").inputValue()).isEqualTo("\"><b>@x.example");
        assertThat(door.locator("[name=back]").inputValue()).doesNotContain("javascript");
        assertThat(door.locator("main b").count()).isZero();
        assertThat(stage.chromium().complaints()).isEmpty();
    }
}
