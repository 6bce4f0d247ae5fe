package dev.posthorn.server.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A receiver breaks: the queue fills, one delivery is cancelled, one sent now, and what failed is
 * counted and resent once it works again.
 */
@ExtendWith(OnStage.class)
class RepairJourneyTest {
    private final Stage stage;
    private final String organisation;
    private final Page page;

    RepairJourneyTest(Stage stage) {
        this.stage = stage;
        organisation = stage.api().organisation("Breaking & Repair");
        page = stage.operator(organisation);
    }

    @Test
    void from_a_broken_receiver_to_an_empty_queue() {
        webhook("Slow to retry", "/repair", "1 h");
        webhook("Quick to fail", "/repair", "1 s");
        stage.receiver().answer("/repair", 500);
        publish();
        queue();
        stage.receiver().answer("/repair", 200);
        repair();
        assertThat(stage.chromium().complaints()).isEmpty();
    }

    private void webhook(String name, String path, String waits) {
        page.navigate(stage.base() + "/ui/webhooks/new");
        page.locator("#name").fill(name);
        page.locator("#url").fill(stage.receiver().url(path));
        page.locator("#rs").selectOption("waits");
        page.locator("#waits").fill(waits);
        On.button(page, "Create and test").click();
        page.waitForURL(address -> !address.endsWith("/new"));
        On.until(page, page.locator("tr:has-text('" + name + "') .state[data-state=valid]"));
    }

    private void publish() {
        for (int i = 0; i < 3; i++) {
            page.navigate(stage.base() + "/ui/events/new?type=comment.created");
            On.button(page, "Publish").click();
            page.waitForURL("**/ui/events/*done=published");
        }
        On.until(page, page.locator(".state[data-state=failed]"));
        stage.chromium().picture("event-failed");
        assertThat(stage.chromium().isTooWideForAPhone()).isFalse();
    }

    private void queue() {
        page.navigate(stage.base() + "/ui/queue");
        On.until(page, page.getByText("in 59 minutes"));
        page.locator("a.twist").first().click();
        page.locator("tr.detail").waitFor();
        assertThat(page.getByText("Send now").count()).isEqualTo(3);
        stage.chromium().picture("queue");
        assertThat(stage.chromium().isTooWideForAPhone()).isFalse();
        On.button(page, "Cancel").first().click();
        page.waitForURL("**done=cancelled");
        waiting(2);
    }

    private void repair() {
        On.button(page, "Send now").first().click();
        page.waitForURL("**done=hastened");
        waiting(1);
        page.navigate(stage.base() + "/ui/queue/resend");
        On.button(page, "Count").click();
        page.waitForURL("**count=*");
        page.getByText("3 failed deliveries would be sent again.").waitFor();
        stage.chromium().picture("resend");
        assertThat(stage.chromium().isTooWideForAPhone()).isFalse();
        On.button(page, "Resend 3").click();
        page.waitForURL("**done=resending");
        page.getByText("3 deliveries are on their way again.").waitFor();
    }

    /** The page follows its queue by itself. */
    private void waiting(int left) {
        page.locator("td[data-label=Waiting]:text-is('" + left + "')").waitFor();
    }
}
