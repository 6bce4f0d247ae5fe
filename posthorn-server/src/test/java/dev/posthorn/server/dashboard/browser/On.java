package dev.posthorn.server.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Finds things on pages as people do. */
final class On {
    private static final int POLLS = 150;
    private static final int POLL_MS = 100;

    private On() {}

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator tab(Page page, String name) {
        return page.locator(".tabs")
                .getByRole(
                        AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /**
     * Loads the page again until something is on it, for pages that do not follow by themselves.
     */
    static void until(Page page, Locator seen) {
        for (int i = 0; i < POLLS && seen.count() == 0; i++) {
            page.waitForTimeout(POLL_MS);
            page.reload();
        }
        assertThat(seen.count()).as(page.url() + " " + seen).isPositive();
    }
}
