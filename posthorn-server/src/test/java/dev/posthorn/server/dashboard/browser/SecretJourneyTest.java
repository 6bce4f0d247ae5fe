package dev.posthorn.server.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A secret is replaced, and the old one signs beside it for a while. */
@ExtendWith(OnStage.class)
class SecretJourneyTest {
    private final Stage stage;
    private final String organisation;
    private final Page page;

    SecretJourneyTest(Stage stage) {
        this.stage = stage;
        organisation = stage.api().organisation("Rotating Doors");
        page = stage.operator(organisation);
    }

    @Test
    void from_one_secret_to_the_next_without_missing_a_request() {
        String webhook =
                stage.api().endpoint(organisation, "Doors", stage.receiver().url("/doors"));
        page.navigate(stage.base() + "/ui/webhooks/" + webhook + "/secret");
        String before = shown();
        page.locator("#grace").selectOption("1h");
        On.button(page, "Replace the secret").click();
        page.waitForURL("**done=rotated");
        assertThat(page.locator("main").textContent())
                .contains("An old secret signs beside it and stops", "in 59 minutes");
        stage.chromium().picture("webhook-secret-rotated");
        assertThat(shown()).startsWith("whsec_").isNotEqualTo(before);
        assertThat(before).startsWith("whsec_");

        stage.api().event(organisation, "user.created", StageApi.json().put("id", "usr_1"));
        On.tab(page, "Log").click();
        On.until(page, page.locator(".state[data-state=delivered]"));
        assertThat(stage.receiver().got("/doors").getLast().signature()).matches("v1,\\S+ v1,\\S+");
        assertThat(stage.chromium().complaints()).isEmpty();
    }

    private String shown() {
        On.button(page, "Show the secret").click();
        return page.locator("[data-copy^=whsec_]").getAttribute("data-copy");
    }
}
