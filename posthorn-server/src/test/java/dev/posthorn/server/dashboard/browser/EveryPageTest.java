package dev.posthorn.server.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page with something on it: kept as a picture, narrow enough for a phone, and without
 * anything that keeps people out.
 */
class EveryPageTest {
    @TempDir private Path folder;
    private final Axe axe = new Axe();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void can_be_used_by_everybody_in_light_and_dark() throws IOException {
        assumeTrue(Chromium.isThere(), "no /usr/bin/chromium");
        try (Populated server = new Populated(folder);
                Chromium chromium = new Chromium()) {
            chromium.page().setDefaultTimeout(10_000);
            doors(chromium, server);
            Map<String, String> made = server.fill();
            chromium.page().navigate(server.base() + "/ui/overview");
            until(chromium.page(), "figure canvas");
            pages(made)
                    .forEach((name, path) -> {
                        chromium.page().navigate(server.base() + path);
                        look(chromium, name);
                    });
            answers(chromium, server.base(), made);
            assertThat(wrong).isEmpty();
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static Map<String, String> pages(Map<String, String> made) {
        String webhook = "/ui/webhooks/" + made.get("fails");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("guide", "/ui/guide");
        pages.put("overview", "/ui/overview?range=1h");
        pages.put("webhooks", "/ui/webhooks");
        pages.put("webhooks-none", "/ui/webhooks?text=nothing-like-it");
        pages.put("webhook-new", "/ui/webhooks/new");
        pages.put("webhook-edit", webhook + "/edit");
        pages.put("webhook-overview", webhook + "?range=1h");
        pages.put("webhook-overview-new", "/ui/webhooks/" + made.get("off"));
        pages.put("webhook-log", webhook + "/log");
        pages.put("webhook-test", webhook + "/test");
        pages.put("webhook-secret", webhook + "/secret");
        pages.put("webhook-settings", webhook + "/settings");
        pages.put("events", "/ui/events");
        pages.put("event", "/ui/events/" + made.get("event"));
        pages.put("event-expunge", "/ui/events/" + made.get("event") + "/expunge");
        pages.put("event-new", "/ui/events/new");
        pages.put("queue", "/ui/queue");
        pages.put("queue-open", "/ui/queue?webhook=" + made.get("fails"));
        pages.put("resend", "/ui/queue/resend");
        pages.put("types", "/ui/types");
        pages.put("type", "/ui/types/user.created");
        pages.put("keys", "/ui/keys");
        pages.put("users", "/ui/users");
        pages.put("organisations", "/ui/organisations");
        pages.put("audit", "/ui/audit");
        pages.put("settings", "/ui/settings");
        pages.put("search", "/ui/search?q=u-1");
        pages.put("search-none", "/ui/search?q=nothing-like-it");
        pages.put("refusal", "/ui/webhooks/none-of-ours");
        return pages;
    }

    /** Before anybody is signed in. */
    private void doors(Chromium chromium, Populated server) {
        Page page = chromium.page();
        page.navigate(server.base() + "/ui/sign-in");
        look(chromium, "sign-in");
        page.navigate(server.base() + "/ui/password/nothing");
        look(chromium, "link-gone");
        page.navigate(server.firstLink());
        look(chromium, "first-user");
        page.getByLabel("Name").fill("Ines Ferreira");
        page.getByLabel("E-mail").fill("ines@harbourpine.example");
        page.getByLabel("New password").fill("a sentence is fine");
        page.getByRole(AriaRole.BUTTON, named("Create and sign in")).click();
        page.waitForURL("**/ui/**");
        page.navigate(server.base() + "/ui/webhooks");
        look(chromium, "webhooks-empty");
        for (String name : List.of("guide", "overview", "events", "queue", "keys")) {
            page.navigate(server.base() + "/ui/" + name);
            look(chromium, name + "-empty");
        }
    }

    /** Pages that answer a form or open something. */
    private void answers(Chromium chromium, String base, Map<String, String> made) {
        Page page = chromium.page();
        page.navigate(base + "/ui/webhooks/" + made.get("fails") + "/log");
        page.locator("a.twist").first().click();
        look(chromium, "webhook-log-open");
        page.navigate(base + "/ui/organisations");
        page.locator("a.name").first().click();
        look(chromium, "organisation");
        page.navigate(base + "/ui/webhooks");
        page.locator("tr", new Page.LocatorOptions().setHasText("Held"))
                .getByRole(AriaRole.SWITCH)
                .click();
        look(chromium, "webhook-deactivate");
        page.navigate(base + "/ui/webhooks/new");
        page.locator("#url").fill("javascript:alert(1)");
        page.getByRole(AriaRole.BUTTON, named("Create and test")).click();
        look(chromium, "webhook-new-mistake");
        page.navigate(base + "/ui/keys");
        page.locator("[name=name]").fill("Shop backend");
        page.locator("[name=scopes]").first().check();
        page.locator(".form-foot .primary").click();
        look(chromium, "keys-made");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** Counts are written every few seconds. */
    private static void until(Page page, String selector) {
        for (int i = 0; i < 50 && page.locator(selector).count() == 0; i++) {
            page.waitForTimeout(200);
            page.reload();
        }
        page.locator(selector)
                .first()
                .waitFor(
                        new com.microsoft.playwright.Locator.WaitForOptions()
                                .setState(WaitForSelectorState.ATTACHED));
    }

    private void look(Chromium chromium, String name) {
        chromium.page().evaluate("document.activeElement.blur(); scrollTo(0, 0)");
        chromium.picture("page-" + name);
        if (chromium.isTooWideForAPhone()) {
            wrong.add(name + " is too wide for a phone");
        }
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            chromium.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            axe.violations(chromium.page())
                    .forEach(one -> wrong.add(name + " " + scheme + ": " + one));
        }
    }
}
