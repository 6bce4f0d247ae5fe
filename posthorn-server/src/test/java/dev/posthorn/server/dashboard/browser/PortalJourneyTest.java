package dev.posthorn.server.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.node.ObjectNode;

/** Somebody without an account works in a frame of another program, with one organisation. */
@ExtendWith(OnStage.class)
class PortalJourneyTest {
    private final Stage stage;
    private final Page page;
    private String ours = "";

    PortalJourneyTest(Stage stage) {
        this.stage = stage;
        page = stage.stranger("en-GB");
    }

    @BeforeEach
    void twoOrganisations() {
        ours = stage.api().organisation("Framed Ltd");
        String theirs = stage.api().organisation("Somebody Else");
        stage.api().endpoint(ours, "Our own pier", stage.receiver().url("/ours"));
        stage.api().endpoint(theirs, "Theirs", stage.receiver().url("/theirs"));
    }

    private String link(String scope) {
        ObjectNode wanted = StageApi.json().put("scope", scope).put("page", "/ui/webhooks");
        wanted.putObject("theme")
                .put("mode", "dark")
                .put("accent", "#2a6f97")
                .put("product_name", "Harbour Events");
        return stage.api().post("/organisations/" + ours + "/portal", wanted).get("url").asString();
    }

    private FrameLocator framed(String scope) {
        page.navigate(stage.holder().holding(link(scope), stage.port()));
        return page.frameLocator("[name=portal]");
    }

    @Test
    void sees_one_organisation_in_its_colours_and_sends_forms_from_the_frame() {
        FrameLocator portal = framed("manage");
        portal.getByText("Our own pier").first().waitFor();

        assertThat(portal.locator("body").textContent())
                .contains("Harbour Events", "Framed Ltd")
                .doesNotContain("Theirs", "Somebody Else", "Users", "Sign out");
        assertThat(portal.locator("html").getAttribute("data-theme")).isEqualTo("dark");
        assertThat(
                        portal.locator("html")
                                .evaluate(
                                        "e => getComputedStyle(e).getPropertyValue('--accent').trim()"))
                .isEqualTo("#2a6f97");
        portal.getByRole(AriaRole.SWITCH).click();
        portal.locator(".state[data-state=deactivated]").waitFor();
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/portal.png")));
        assertThat(stage.chromium().complaints()).isEmpty();
    }

    @Test
    void changes_nothing_with_a_link_to_read() {
        FrameLocator portal = framed("read");
        portal.getByText("Our own pier").first().waitFor();

        assertThat(portal.getByText("New webhook").count()).isZero();
        assertThat(portal.getByText("First steps").count()).isZero();
        assertThat(portal.getByRole(AriaRole.SWITCH).first().isDisabled()).isTrue();
    }

    @Test
    void is_not_framed_by_pages_of_others_nor_with_an_account() {
        page.navigate(stage.holder().holding(stage.base() + "/ui/sign-in", stage.port()));
        page.waitForCondition(this::isRefused);

        assertThat(page.frames())
                .filteredOn(frame -> frame.url().contains("/ui/"))
                .allSatisfy(frame -> assertThat(frame.locator("form").count()).isZero());
    }

    /** What the browser says in its console. */
    private boolean isRefused() {
        return stage.chromium().complaints().stream()
                .anyMatch(said -> said.contains("frame-ancestors"));
    }
}
