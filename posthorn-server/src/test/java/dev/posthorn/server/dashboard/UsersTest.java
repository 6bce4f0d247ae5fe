package dev.posthorn.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.user.Role;
import dev.posthorn.core.user.User;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsersTest {
    private static final Pattern LINK =
            Pattern.compile("http://127\\.0\\.0\\.1:8080(/ui/password/[\\w-]+)");

    private final DashboardFixture dashboard = new DashboardFixture();

    @AfterEach
    void close() {
        dashboard.close();
    }

    /** The form leads to the page that shows it, once. */
    private static String link(Browser browser, Browser.Seen answer) {
        assertThat(answer.leadsTo()).isEqualTo("303 /ui/users");
        Browser.Seen page = browser.get("/ui/users");
        assertThat(browser.get("/ui/users").text()).doesNotContain("/ui/password/");
        Matcher link = LINK.matcher(page.text());
        assertThat(link.find()).as(page.text()).isTrue();
        return link.group(1);
    }

    private static String path(User user, String what) {
        return "/ui/users/" + DashboardFixture.text(user.id().seq()) + "/" + what;
    }

    private static Browser.Seen invite(Browser browser, String role) {
        browser.get("/ui/users");
        return browser.post("/ui/users", "name", "Ben", "email", "Ben@acme.example", "role", role);
    }

    @Test
    void an_admin_invites_into_their_organisation_with_a_link_shown_once() {
        Browser admin = dashboard.signedIn("acme", Role.ADMIN);
        String link = link(admin, invite(admin, "member"));
        assertThat(admin.get("/ui/users").text()).contains("ben@acme.example").doesNotContain(link);

        Browser ben = dashboard.browser();
        ben.get(link);
        assertThat(ben.post(link, "password", "long enough, surely").leadsTo())
                .isEqualTo("303 /ui");
        User user = dashboard.people.accounts().userByEmail("ben@acme.example").orElseThrow();
        assertThat(user.organisation()).isEqualTo(dashboard.id("acme"));
        assertThat(user.role()).isEqualTo(Role.MEMBER);
        assertThat(dashboard.browser().get(link).status()).isEqualTo(410);
    }

    @Test
    void says_beside_the_field_what_is_wrong_and_keeps_what_was_typed() {
        Browser admin = dashboard.signedIn("acme", Role.ADMIN);
        admin.get("/ui/users");
        Browser.Seen page =
                admin.post("/ui/users", "name", "<b>Ben", "email", "ben", "role", "viewer");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("This is not an e-mail address.", "value=\"&lt;b>Ben\"")
                .doesNotContain("<b>Ben");
    }

    @Test
    void an_admin_cannot_reach_beyond_their_organisation() {
        User theirs = dashboard.user("cleo@other.example", "other", Role.MEMBER);
        User operator = dashboard.user("op@example.com", null, Role.OPERATOR);
        Browser admin = dashboard.signedIn("acme", Role.ADMIN);

        assertThat(admin.get("/ui/users").text())
                .doesNotContain("cleo@other.example", "op@example.com");
        for (User user : new User[] {theirs, operator}) {
            assertThat(admin.post(path(user, "link")).status()).isEqualTo(404);
            assertThat(admin.post(path(user, "active"), "active", "false").status()).isEqualTo(404);
            assertThat(admin.post(path(user, "role"), "role", "viewer").status()).isEqualTo(404);
        }
        assertThat(invite(admin, "operator").status()).isEqualTo(409);
        assertThat(dashboard.people.accounts().userByEmail("ben@acme.example")).isEmpty();
    }

    @Test
    void members_have_no_business_here() {
        Browser member = dashboard.signedIn("acme", Role.MEMBER);
        assertThat(member.get("/ui/users").status()).isEqualTo(403);
        assertThat(member.get("/ui/webhooks").text()).doesNotContain("/ui/users", "/ui/keys");
    }

    @Test
    void another_role_counts_at_once_and_removing_signs_out() {
        User user = dashboard.user("dora@acme.example", "acme", Role.MEMBER);
        Browser dora = dashboard.browser();
        dora.get("/ui/sign-in");
        dora.post("/ui/sign-in", "email", "dora@acme.example", "password", "correct horse");
        Browser admin = dashboard.signedIn("acme", Role.ADMIN);
        admin.get("/ui/users");

        assertThat(admin.post(path(user, "role"), "role", "viewer").leadsTo())
                .isEqualTo("303 /ui/users?done=saved");
        assertThat(dora.get("/ui/webhooks/new").status()).isEqualTo(403);
        assertThat(admin.post(path(user, "active"), "active", "false").leadsTo())
                .isEqualTo("303 /ui/users?done=user-removed");
        assertThat(dora.get("/ui/webhooks").status()).isEqualTo(303);
        assertThat(admin.post(path(user, "link")).status()).isEqualTo(409);
    }

    @Test
    void the_last_operator_stays() {
        Browser operator = dashboard.signedIn(null, Role.OPERATOR);
        User self = dashboard.people.accounts().users().iterator().next();
        operator.get("/ui/users");

        Browser.Seen refused = operator.post(path(self, "active"), "active", "false");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Somebody has to stay operator.");
        assertThat(link(operator, invite(operator, "operator"))).isNotEmpty();
    }
}
