package dev.posthorn.server.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who signs out is out, in every window, and going back shows nothing. */
@ExtendWith(OnStage.class)
class SignOutJourneyTest {
    @Test
    void ends_the_session_in_every_window(Stage stage) {
        Page page = stage.stranger("en-GB");
        signIn(page, stage);
        Page other = page.context().newPage();
        other.navigate(stage.base() + "/ui/users");
        assertThat(other.url()).endsWith("/ui/users");

        page.locator("[popovertarget=me]").click();
        On.button(page, "Sign out").click();
        page.waitForURL("**/ui/sign-in");

        other.reload();
        assertThat(other.url()).contains("/ui/sign-in?back=%2Fui%2Fusers");
        page.goBack();
        page.waitForURL("**/ui/sign-in**");
        assertThat(page.context().cookies())
                .noneMatch(cookie -> cookie.name.equals("posthorn_session"));
    }

    private static void signIn(Page page, Stage stage) {
        page.navigate(stage.base() + "/");
        page.getByLabel("E-mail").fill(Stage.EMAIL);
        page.getByLabel("Password").fill(Stage.PASSWORD);
        On.button(page, "Sign in").click();
        page.waitForURL(address -> !address.contains("sign-in"));
    }
}
