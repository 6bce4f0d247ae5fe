package dev.posthorn.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.user.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchTest {
    private final DashboardFixture dashboard = new DashboardFixture();
    private String ours;
    private String theirs;

    @BeforeEach
    void endpoints() {
        ours = id("acme", "Warehouse <b>", "https://acme.example/in");
        theirs = id("other", "Theirs", "https://other.example/in");
    }

    @AfterEach
    void close() {
        dashboard.close();
    }

    private String id(String organisation, String name, String url) {
        return DashboardFixture.text(dashboard.endpoint(organisation, name, url).id().seq());
    }

    @Test
    void leads_to_what_an_id_or_a_part_of_a_url_means() {
        Browser member = dashboard.signedIn("acme", Role.MEMBER);

        String page = "303 /ui/webhooks/" + ours;
        assertThat(member.get("/ui/search?q=" + ours).leadsTo()).isEqualTo(page);
        assertThat(member.get("/ui/search?q=ACME.example%2Fin").leadsTo()).isEqualTo(page);
        assertThat(member.get("/ui/search?q=warehouse").leadsTo()).isEqualTo(page);
    }

    @Test
    void finds_nothing_of_another_organisation() {
        Browser member = dashboard.signedIn("acme", Role.MEMBER);
        String other = DashboardFixture.text(dashboard.id("other").seq());

        for (String text : new String[] {theirs, "other.example", other, "other", "Theirs"}) {
            Browser.Seen page = member.get("/ui/search?q=" + text);
            assertThat(page.status()).as(text).isEqualTo(200);
            assertThat(page.text()).contains("Nothing found").doesNotContain("other.example/in");
        }
    }

    @Test
    void lists_several_as_text() {
        Browser operator = dashboard.signedIn(null, Role.OPERATOR);

        assertThat(operator.get("/ui/search?q=https").text())
                .contains("Warehouse &lt;b&gt;", "Theirs", "/ui/webhooks/" + theirs)
                .doesNotContain("Warehouse <b>");
        assertThat(operator.get("/ui/search?q=acme").text())
                .contains("/ui/organisations/", "/ui/webhooks/" + ours);
        assertThat(operator.get("/ui/search?q=default").leadsTo())
                .startsWith("303 /ui/organisations/");
        assertThat(operator.get("/ui/search?q=%3Cscript%3E").text())
                .contains("Found for &lt;script&gt;", "Nothing found");
    }
}
