package dev.posthorn.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.user.PortalPass;
import dev.posthorn.core.user.PortalTheme;
import dev.posthorn.core.user.Role;
import dev.posthorn.server.sample.SampleReceiver;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuideTest {
    private final DashboardFixture dashboard = new DashboardFixture();
    private Browser member;

    @BeforeEach
    void signIn() {
        member = dashboard.signedIn("acme", Role.MEMBER);
    }

    @AfterEach
    void close() {
        dashboard.close();
    }

    private List<Endpoint> made() {
        return dashboard.directory.endpoints(dashboard.id("acme"));
    }

    @Test
    void is_where_somebody_begins_while_there_is_no_webhook() {
        assertThat(member.get("/ui").leadsTo()).isEqualTo("303 /ui/guide");
        assertThat(dashboard.signedIn("acme", Role.VIEWER).get("/ui").leadsTo())
                .isEqualTo("303 /ui/overview");

        dashboard.endpoint("other", "Theirs", "https://other.example/in");
        assertThat(member.get("/ui").leadsTo()).isEqualTo("303 /ui/guide");
        dashboard.endpoint("acme", "Ours", "https://acme.example/in");
        assertThat(member.get("/ui").leadsTo()).isEqualTo("303 /ui/overview");
    }

    @Test
    void is_put_away_and_comes_back_by_its_link() {
        member.get("/ui/guide");

        assertThat(member.post("/ui/guide/skip").leadsTo()).isEqualTo("303 /ui/overview");

        assertThat(member.get("/ui").leadsTo()).isEqualTo("303 /ui/overview");
        assertThat(member.get("/ui/webhooks").text()).contains("<a href=\"/ui/guide\">");
        assertThat(member.get("/ui/guide").status()).isEqualTo(200);
    }

    @Test
    void makes_one_webhook_for_the_sample_receiver_however_often_it_is_pressed() {
        member.get("/ui/guide");
        for (int i = 0; i < 2; i++) {
            assertThat(member.post("/ui/guide/webhook", "receiver", "sample").leadsTo())
                    .isEqualTo("303 /ui/guide");
        }

        assertThat(made())
                .extracting(one -> one.settings().name(), one -> one.settings().url())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "Sample receiver",
                                SampleReceiver.urlOf(dashboard.id("acme"), DashboardFixture.IDS)));
        assertThat(member.get("/ui/guide").text())
                .contains("Sample receiver", "Publish user.created", "curl http")
                .doesNotContain("Create and test");
    }

    @Test
    void says_what_is_wrong_with_an_own_url_and_keeps_it() {
        member.get("/ui/guide");

        Browser.Seen wrong =
                member.post("/ui/guide/webhook", "receiver", "own", "url", "javascript:alert(1)");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text())
                .contains("value=\"javascript:alert(1)\"", "id=\"url-e\"")
                .doesNotContain("href=\"javascript");
        assertThat(made()).isEmpty();
    }

    @Test
    void offers_the_sample_when_the_own_receiver_fails_its_test() {
        member.get("/ui/guide");
        member.post("/ui/guide/webhook", "receiver", "own", "url", "https://bad.acme.com/in");

        assertThat(member.get("/ui/guide").text())
                .contains("it said no", "Test it again", "Use the sample receiver instead")
                .doesNotContain("Publish user.created</button>");

        member.post("/ui/guide/webhook", "receiver", "sample");
        assertThat(made()).hasSize(2);
        assertThat(member.get("/ui/guide").text())
                .contains("Sample receiver")
                .doesNotContain("bad.acme.com");
    }

    @Test
    void publishes_a_real_event_of_the_organisation() {
        member.get("/ui/guide");
        member.post("/ui/guide/webhook", "receiver", "sample");
        member.get("/ui/guide");

        assertThat(member.post("/ui/guide/event").leadsTo()).isEqualTo("303 /ui/guide");

        assertThat(dashboard.journal.accepted()).hasSize(1);
        assertThat(member.get("/ui/guide").text())
                .contains("Waiting for the answer", "hx-trigger=\"every 500ms\"");
    }

    @Test
    void shows_a_portal_no_key_and_those_who_only_look_nothing() {
        PortalPass pass =
                new PortalPass(dashboard.id("acme"), true, "/ui/webhooks", PortalTheme.PLAIN);
        Browser guest = dashboard.portal(pass);
        guest.get("/ui/guide");
        guest.post("/ui/guide/webhook", "receiver", "sample");

        assertThat(guest.get("/ui/guide").text())
                .contains("Publish user.created")
                .doesNotContain("curl ", "POSTHORN_TOKEN");
        assertThat(dashboard.signedIn("acme", Role.VIEWER).get("/ui/guide").status())
                .isEqualTo(403);
    }

    @Test
    void follows_the_organisation_an_operator_chooses() {
        Browser operator = dashboard.signedIn(null, Role.OPERATOR);
        assertThat(operator.get("/ui/guide").text()).contains("It belongs to default");
        String acme = DashboardFixture.text(dashboard.id("acme").seq());

        assertThat(
                        operator.post("/ui/organisation", "organisation", acme, "back", "/ui/guide")
                                .leadsTo())
                .isEqualTo("303 /ui/guide");

        assertThat(operator.get("/ui/guide").text()).contains("It belongs to acme");
    }
}
