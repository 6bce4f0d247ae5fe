package dev.posthorn.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyState;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.core.user.Role;
import dev.posthorn.server.api.caller.Tokens;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final Pattern TOKEN = Pattern.compile("data-copy=\"(posthorn_[\\w-]+)\"");

    private final DashboardFixture dashboard = new DashboardFixture();
    private final Browser admin = dashboard.signedIn("acme", Role.ADMIN);

    @AfterEach
    void close() {
        dashboard.close();
    }

    /** The form leads to the page that shows it. */
    private static String token(Browser browser, Browser.Seen answer) {
        assertThat(answer.leadsTo()).isEqualTo("303 /ui/keys");
        Browser.Seen page = browser.get("/ui/keys");
        Matcher token = TOKEN.matcher(page.text());
        assertThat(token.find()).as(page.text()).isTrue();
        return token.group(1);
    }

    private Key of(String token) {
        return dashboard.directory.keyByHash(Tokens.hash(token)).orElseThrow();
    }

    private String made() {
        String endpoint =
                DashboardFixture.text(
                        dashboard.endpoint("acme", "Ours", "https://acme.example/in").id().seq());
        admin.get("/ui/keys");
        return token(
                admin,
                admin.post(
                        "/ui/keys",
                        "name",
                        "<i>backend",
                        "scopes",
                        "publish",
                        "scopes",
                        "read",
                        "endpoint",
                        endpoint,
                        "expires",
                        "2027-01-31"));
    }

    @Test
    void makes_a_key_and_shows_its_token_once() {
        String token = made();

        Key key = of(token);
        assertThat(key.organisation()).isEqualTo(dashboard.id("acme"));
        assertThat(key.scopes()).isEqualTo(Set.of(Scope.PUBLISH, Scope.READ));
        assertThat(key.endpoint()).isNotNull();
        assertThat(key.expiresMs()).isEqualTo(1_801_440_000_000L);
        assertThat(admin.get("/ui/keys").text())
                .contains("&lt;i&gt;backend", "Ours")
                .doesNotContain(token, "<i>backend");
    }

    @Test
    void refuses_beside_the_field() {
        String theirs =
                DashboardFixture.text(
                        dashboard.endpoint("other", "Theirs", "https://o.example/").id().seq());
        admin.get("/ui/keys");
        Browser.Seen page =
                admin.post(
                        "/ui/keys",
                        "scopes",
                        "operator",
                        "endpoint",
                        theirs,
                        "expires",
                        "2020-01-01");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains(
                        "Choose at least one.", "There is no such webhook.", "Give a day to come");
        assertThat(dashboard.directory.keys()).isEmpty();
    }

    @Test
    void rotates_and_switches_off() {
        String token = made();
        String path = "/ui/keys/" + DashboardFixture.text(of(token).id().seq());

        String other = token(admin, admin.post(path + "/rotate"));
        assertThat(dashboard.directory.keyByHash(Tokens.hash(token))).isEmpty();
        admin.post(path + "/active", "active", "false");
        assertThat(of(other).state()).isEqualTo(KeyState.DEACTIVATED);
        admin.post(path + "/active", "active", "true");
        assertThat(of(other).state()).isEqualTo(KeyState.ACTIVE);
    }

    @Test
    void knows_nothing_of_other_organisations() {
        Key key = of(made());
        String path = "/ui/keys/" + DashboardFixture.text(key.id().seq());
        Browser other = dashboard.signedIn("other", Role.ADMIN);

        assertThat(other.get("/ui/keys").text()).doesNotContain("backend");
        assertThat(other.post(path + "/rotate").status()).isEqualTo(404);
        assertThat(other.post(path + "/active", "active", "false").status()).isEqualTo(404);
        assertThat(dashboard.signedIn("acme", Role.MEMBER).get("/ui/keys").status()).isEqualTo(403);
    }

    @Test
    void an_operator_who_looks_at_all_makes_keys_of_their_own() {
        Browser operator = dashboard.signedIn(null, Role.OPERATOR);
        operator.get("/ui/keys");
        Key key =
                of(
                        token(
                                operator,
                                operator.post(
                                        "/ui/keys", "scopes", "operator", "scopes", "manage")));

        assertThat(key.organisation()).isNull();
        assertThat(key.scopes()).isEqualTo(Set.of(Scope.OPERATOR));
    }
}
