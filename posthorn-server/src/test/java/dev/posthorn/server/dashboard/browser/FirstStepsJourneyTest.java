package dev.posthorn.server.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.posthorn.server.Posthorn;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Settings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first person makes their account and is led to a delivered event, then makes a webhook with a
 * mistake in it and finds it again.
 */
class FirstStepsJourneyTest {
    @TempDir private Path folder;

    @Test
    void from_the_first_link_to_the_first_webhook() {
        assumeTrue(Chromium.isThere(), "no /usr/bin/chromium");
        Settings settings =
                Settings.standard()
                        .with(Known.LISTEN, "127.0.0.1:0")
                        .with(Known.DATA, folder.toString())
                        .with(Known.EGRESS_ALLOW, "127.0.0.0/8");
        try (Posthorn server = Posthorn.start(settings);
                Chromium chromium = new Chromium()) {
            String base = "http://127.0.0.1:" + server.port();
            chromium.page().setDefaultTimeout(10_000);
            firstUser(chromium, base + server.firstLink().orElseThrow());
            guide(chromium);
            putAway(chromium);
            newWebhook(chromium);
            list(chromium);
            signOutAndIn(chromium);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void firstUser(Chromium chromium, String link) {
        Page page = chromium.page();
        page.navigate(link);
        field(page, "Name").fill("Ines Ferreira");
        field(page, "E-mail").fill("ines@harbourpine.example");
        field(page, "New password").fill("short");
        chromium.picture("first-user");
        button(page, "Create and sign in").click();
        assertThat(page.content()).contains("Use 10 to 256 characters.");
        field(page, "New password").fill("a sentence is fine");
        button(page, "Create and sign in").click();
        page.waitForURL("**/ui/guide");
        chromium.picture("guide");
        assertThat(chromium.isTooWideForAPhone()).isFalse();
        page.navigate(page.url().replace("guide", "webhooks"));
        chromium.picture("webhooks-empty");
        assertThat(chromium.isTooWideForAPhone()).isFalse();
    }

    /** Nothing but this server is needed. */
    private static void guide(Chromium chromium) {
        Page page = chromium.page();
        page.locator("#main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("First steps"))
                .click();
        page.getByLabel("My own receiver").check();
        page.locator("#url").fill("http://127.0.0.1:6379/in");
        button(page, "Create and test").click();
        assertThat(page.locator("#url-e").textContent()).contains("Port 6379 is not allowed");
        chromium.picture("guide-mistake");
        page.getByLabel("The built-in sample receiver").check();
        button(page, "Create and test").click();
        page.locator(".guide .state[data-state=valid]").waitFor();
        assertThat(page.locator(".guide .calls .verdict.good").allInnerTexts())
                .containsExactly("got 204", "got 401");
        chromium.picture("guide-tested");
        button(page, "Publish user.created").click();
        page.locator(".guide .state[data-state=delivered]").waitFor();
        assertThat(page.locator(".guide .exchange").textContent())
                .contains("webhook-signature", "\"id\": \"usr_1\"", "204");
        assertThat(page.locator(".guide [aria-current]").count()).isZero();
        chromium.picture("guide-delivered");
        assertThat(chromium.isTooWideForAPhone()).isFalse();
    }

    private static void putAway(Chromium chromium) {
        Page page = chromium.page();
        button(page, "Skip to the overview").click();
        page.waitForURL("**/ui/overview");
        page.navigate(page.url().replace("overview", "webhooks"));
    }

    private static void newWebhook(Chromium chromium) {
        Page page = chromium.page();
        page.getByRole(AriaRole.LINK, named("New webhook")).first().click();
        chromium.picture("new-webhook");
        field(page, "Name").fill("Order archive");
        page.locator("#url").fill("http://127.0.0.1:6379/orders");
        page.getByText("Only these").click();
        page.getByLabel("user.created").check();
        page.locator("[value=fastcomments]").check();
        button(page, "Create and test").click();
        assertThat(page.locator("#url-e").textContent()).contains("Port 6379 is not allowed");
        assertThat(page.locator("#name").inputValue()).isEqualTo("Order archive");
        assertThat(page.getByLabel("user.created").isChecked()).isTrue();
        chromium.picture("new-webhook-mistake");
        assertThat(chromium.isTooWideForAPhone()).isFalse();
        page.locator("#url").fill("http://127.0.0.1:54321/" + "a-very-long-path/".repeat(12));
        button(page, "Create and test").click();
        page.waitForURL(url -> url.endsWith("?done=created"));
        assertThat(page.locator(".toast").textContent()).contains("The first test has started.");
    }

    private static void list(Chromium chromium) {
        Page page = chromium.page();
        Locator invalid = page.locator("tr .state[data-state=invalid]");
        for (int i = 0; i < 50 && invalid.count() == 0; i++) {
            page.waitForTimeout(100);
            page.reload();
        }
        chromium.picture("webhooks");
        assertThat(chromium.isTooWideForAPhone()).isFalse();
        page.locator("tr:has-text('Order archive')").getByRole(AriaRole.SWITCH).click();
        assertThat(page.locator(".state[data-state=deactivated]").count()).isEqualTo(1);
    }

    private static void signOutAndIn(Chromium chromium) {
        Page page = chromium.page();
        page.locator("[popovertarget=me]").click();
        chromium.picture("menu");
        page.reload();
        page.locator("[popovertarget=me]").click();
        button(page, "Sign out").click();
        field(page, "E-mail").fill("ines@harbourpine.example");
        field(page, "Password").fill("wrong");
        button(page, "Sign in").click();
        chromium.picture("sign-in");
        field(page, "Password").fill("a sentence is fine");
        button(page, "Sign in").click();
        page.waitForURL("**/ui/overview");
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label).first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
