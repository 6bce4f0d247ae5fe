package dev.posthorn.server.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The test button sends the data of whoever presses it, and the log has the last ten requests. */
@ExtendWith(OnStage.class)
class EventInsightJourneyTest {
    private static final String PATH = "/insight";

    private final Stage stage;
    private final String organisation;
    private final Page page;

    EventInsightJourneyTest(Stage stage) {
        this.stage = stage;
        organisation = stage.api().organisation("Insight Ltd");
        page = stage.operator(organisation);
    }

    @Test
    void from_the_test_button_to_the_log() {
        create();
        test();
        log();
        assertThat(stage.chromium().complaints()).isEmpty();
    }

    private void create() {
        page.navigate(stage.base() + "/ui/webhooks/new");
        page.locator("#name").fill("User sync");
        page.locator("#url").fill(stage.receiver().url(PATH));
        page.locator("[value=eventinsight]").check();
        On.button(page, "Create and test").click();
        page.waitForURL("**done=created");
        On.until(page, page.locator(".state[data-state=valid]"));
    }

    private void test() {
        On.link(page, "User sync").click();
        On.tab(page, "Test").click();
        On.button(page, "Send test payload: Test of this webhook").click();
        page.waitForURL("**task=*");
        page.locator(".verdict.good").first().waitFor();
        page.locator("details summary").first().click();
        assertThat(page.locator("main").textContent())
                .contains("\"action_type\":\"test\"", Stage.PERSON, Stage.EMAIL);
        String sent = stage.receiver().got(PATH).getLast().body();
        assertThat(sent)
                .contains("\"action_type\":\"test\"", "\"entity_type\":\"user\"")
                .contains("\"name\":\"" + Stage.PERSON + "\"", "\"email\":\"" + Stage.EMAIL + "\"");
        stage.chromium().picture("webhook-test-eventinsight");
        assertThat(stage.chromium().isTooWideForAPhone()).isFalse();
    }

    private void log() {
        for (int i = 0; i < 11; i++) {
            stage.api().event(organisation, "user.updated", StageApi.json().put("id", "usr_" + i));
        }
        On.tab(page, "Log").click();
        On.until(page, page.locator("tbody tr:has-text('usr_1'):has-text('delivered')"));
        assertThat(page.locator("table.log tbody tr").count()).isEqualTo(10);
        page.locator("tr:has-text('user.updated') a.twist").first().click();
        assertThat(page.locator("tr.detail .exchange").textContent())
                .contains("POST", PATH, "\"action_type\":\"update\"", "Answer", "200");
        stage.chromium().picture("webhook-log-open");
        assertThat(stage.chromium().isTooWideForAPhone()).isFalse();
    }
}
