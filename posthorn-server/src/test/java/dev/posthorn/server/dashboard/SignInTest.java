package dev.posthorn.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.user.OneTimeLink;
import dev.posthorn.core.user.PortalPass;
import dev.posthorn.core.user.PortalTheme;
import dev.posthorn.core.user.Role;
import dev.posthorn.core.user.WrongPasswords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private final DashboardFixture dashboard = new DashboardFixture();
    private final Browser browser = dashboard.browser();

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void leads_strangers_to_the_door_and_on_to_where_they_wanted() {
        dashboard.user("ada@acme.example", "acme", Role.MEMBER);

        assertThat(browser.get("/").leadsTo()).isEqualTo("303 /ui");
        assertThat(browser.get("/ui/webhooks?state=new").leadsTo())
                .isEqualTo("303 /ui/sign-in?back=%2Fui%2Fwebhooks%3Fstate%3Dnew");
        browser.get("/ui/sign-in?back=%2Fui%2Fwebhooks%3Fstate%3Dnew");
        Browser.Seen in = signIn("correct horse", "/ui/webhooks?state=new");

        assertThat(in.leadsTo()).isEqualTo("303 /ui/webhooks?state=new");
        assertThat(in.header("Set-Cookie"))
                .startsWith("posthorn_session=")
                .endsWith("; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax");
        assertThat(browser.get("/ui/webhooks").status()).isEqualTo(200);
    }

    private Browser.Seen signIn(String password, String back) {
        return browser.post(
                "/ui/sign-in", "email", "ada@acme.example", "password", password, "back", back);
    }

    @Test
    void leads_nowhere_but_to_its_own_pages() {
        dashboard.user("ada@acme.example", "acme", Role.MEMBER);
        browser.get("/ui/sign-in");

        assertThat(signIn("correct horse", "https://evil.example/ui").leadsTo())
                .isEqualTo("303 /ui");
        assertThat(browser.get("/ui/language/en?back=//evil.example").leadsTo())
                .isEqualTo("303 /ui");
    }

    @Test
    void five_wrong_passwords_slow_the_sixth() {
        dashboard.user("ada@acme.example", "acme", Role.MEMBER);
        browser.get("/ui/sign-in");
        for (int i = 0; i < WrongPasswords.FREE; i++) {
            Browser.Seen wrong = signIn("wrong", "/ui");
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(wrong.text()).contains("do not go together").contains("ada@acme.example");
        }

        Browser.Seen slowed = signIn("correct horse", "/ui");

        assertThat(slowed.status()).isEqualTo(429);
        assertThat(slowed.text()).contains("Try again in 5 minutes");
    }

    @Test
    void refuses_forms_that_are_not_its_own() {
        dashboard.user("ada@acme.example", "acme", Role.MEMBER);

        browser.get("/ui/sign-in");
        assertThat(browser.withoutToken().post("/ui/sign-in", "email", "a").status())
                .isEqualTo(403);
        browser.get("/ui/sign-in");
        browser.sending("Sec-Fetch-Site", "cross-site");
        assertThat(signIn("correct horse", "/ui").status()).isEqualTo(403);
    }

    @Test
    void signing_out_ends_the_session_everywhere() {
        Browser member = dashboard.signedIn("acme", Role.MEMBER);
        member.get("/ui/webhooks");

        assertThat(member.post("/ui/sign-out").leadsTo()).isEqualTo("303 /ui/sign-in");
        assertThat(member.get("/ui/webhooks").status()).isEqualTo(303);
    }

    @Test
    void the_first_link_makes_an_operator_once() {
        dashboard.link("first", new OneTimeLink.Purpose.FirstUser());
        browser.get("/ui/first/first");
        Browser.Seen bad = first("short");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.text())
                .contains("Use 10 to 256 characters.")
                .contains("value=\"ada@example.com\"")
                .doesNotContain("short\"");

        assertThat(first("long enough, surely").leadsTo()).isEqualTo("303 /ui");

        assertThat(browser.get("/ui/webhooks").text()).contains("All organisations");
        assertThat(dashboard.browser().get("/ui/first/first").status()).isEqualTo(410);
    }

    private Browser.Seen first(String password) {
        return browser.post(
                "/ui/first/first", "name", "Ada", "email", "ada@example.com", "password", password);
    }

    @Test
    void a_portal_link_leads_to_one_organisation_in_its_colours() {
        PortalTheme theme =
                new PortalTheme(
                        PortalTheme.Mode.DARK,
                        "#3355aa",
                        "https://cdn.example.com/a/logo.svg",
                        "Acme Events");
        PortalPass pass = new PortalPass(dashboard.id("acme"), false, "/ui/webhooks", theme);
        dashboard.endpoint("acme", "Ours", "https://acme.example/in");
        dashboard.endpoint("other", "Theirs", "https://other.example/in");
        dashboard.link("door", new OneTimeLink.Purpose.Portal(pass));

        assertThat(browser.get("/ui/portal/door").leadsTo()).isEqualTo("303 /ui/webhooks");
        Browser.Seen page = browser.get("/ui/webhooks");

        assertThat(page.text())
                .contains("Ours", "Acme Events", "data-theme=\"dark\"", "/ui/portal.css")
                .doesNotContain("Theirs", "New webhook", "Posthorn");
        assertThat(page.header("Content-Security-Policy"))
                .contains("frame-ancestors 'self' https://app.example.com")
                .contains("img-src 'self' data: https://cdn.example.com;");
        assertThat(browser.get("/ui/portal.css").text()).startsWith(":root{--accent:#3355aa;");
        assertThat(dashboard.browser().get("/ui/portal/door").status()).isEqualTo(410);
    }

    @Test
    void remembers_the_theme_somebody_chose() {
        Browser member = dashboard.signedIn("acme", Role.MEMBER);
        member.get("/ui/webhooks");
        member.post("/ui/theme", "theme", "light", "back", "/ui/webhooks");

        assertThat(member.get("/ui/webhooks").text()).contains("data-theme=\"light\"");
    }
}
