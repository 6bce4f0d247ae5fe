package dev.posthorn.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.Organisation.Standing;
import dev.posthorn.core.user.PortalPass;
import dev.posthorn.core.user.PortalTheme;
import dev.posthorn.core.user.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Organisations, the trail and the settings. */
class OperatorPagesTest {
    private final DashboardFixture dashboard = new DashboardFixture();

    @AfterEach
    void close() {
        dashboard.close();
    }

    private String path(String uid) {
        return "/ui/organisations/" + DashboardFixture.text(dashboard.id(uid).seq());
    }

    @Test
    void makes_organisations() {
        Browser operator = dashboard.signedIn(null, Role.OPERATOR);
        operator.get("/ui/organisations");
        Browser.Seen taken =
                operator.post(
                        "/ui/organisations",
                        "name",
                        "Second",
                        "uid",
                        "acme",
                        "profile",
                        "standard");
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.text()).contains("There is an organisation with the uid acme.");

        Browser.Seen made =
                operator.post(
                        "/ui/organisations",
                        "name",
                        "<b>Birch",
                        "uid",
                        "birch",
                        "profile",
                        "ricloud");

        assertThat(made.leadsTo()).isEqualTo("303 " + path("birch") + "?done=organisation-made");
        assertThat(operator.get("/ui/organisations?text=birch").text())
                .contains("&lt;b&gt;Birch", "ricloud")
                .doesNotContain(
                        "<b>Birch",
                        "/ui/organisations/" + DashboardFixture.text(dashboard.id("acme").seq()));
    }

    @Test
    void changes_and_closes_them() {
        var endpoint = dashboard.endpoint("other", "Theirs", "https://o.example/");
        Browser operator = dashboard.signedIn(null, Role.OPERATOR);
        operator.get(path("acme"));
        Browser.Seen wrong =
                operator.post(
                        path("acme"),
                        "name",
                        "Acme",
                        "uid",
                        "acme",
                        "profile",
                        "standard",
                        "endpoint",
                        DashboardFixture.text(endpoint.id().seq()));
        assertThat(wrong.text()).contains("There is no such webhook.");

        operator.post(
                path("acme"),
                "name",
                "Acme",
                "uid",
                "acme",
                "profile",
                "svix",
                "paused",
                "true",
                "state",
                "blocked");

        Organisation after = dashboard.directory.organisationByUid("acme").orElseThrow();
        assertThat(after.name()).isEqualTo("Acme");
        assertThat(after.defaultProfile()).isEqualTo("svix");
        assertThat(after.paused()).isTrue();
        assertThat(after.standing()).isEqualTo(Standing.BLOCKED);
    }

    @Test
    void are_for_operators_only() {
        Browser admin = dashboard.signedIn("acme", Role.ADMIN);
        assertThat(admin.get("/ui/organisations").status()).isEqualTo(403);
        assertThat(admin.get(path("acme")).status()).isEqualTo(403);
        assertThat(admin.get("/ui/settings").status()).isEqualTo(403);
        PortalPass pass = new PortalPass(dashboard.id("acme"), true, null, PortalTheme.PLAIN);
        assertThat(dashboard.portal(pass).get("/ui/audit").status()).isEqualTo(403);
        assertThat(dashboard.portal(pass).get("/ui/keys").status()).isEqualTo(403);
    }

    @Test
    void the_trail_names_people_and_keeps_to_the_organisation() {
        Browser admin = dashboard.signedIn("acme", Role.ADMIN);
        admin.get("/ui/keys");
        admin.post("/ui/keys", "name", "back<end", "scopes", "publish");
        Browser other = dashboard.signedIn("other", Role.ADMIN);

        assertThat(admin.get("/ui/audit?action=key.create").text())
                .contains("Ada &lt;b&gt;L&lt;/b&gt;", "127.0.0.1", "key.create", "back&lt;end")
                .contains("1 entry")
                .doesNotContain("back<end");
        assertThat(other.get("/ui/audit").text()).doesNotContain("back&lt;end");
        assertThat(other.get("/ui/audit?target=nonsense").text()).contains("Nobody did this");
        assertThat(dashboard.signedIn(null, Role.OPERATOR).get("/ui/audit").text())
                .contains("back&lt;end", "user.sign-in");
    }

    @Test
    void shows_the_settings_in_force_without_their_secrets() {
        assertThat(dashboard.signedIn(null, Role.OPERATOR).get("/ui/settings").text())
                .contains("portal-origins", "https://app.example.com", "max-in-flight", "********")
                .doesNotContain("a-secret-of-the-operator");
    }
}
