package dev.posthorn.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.core.user.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookListTest {
    private final DashboardFixture dashboard = new DashboardFixture();
    private final Browser member = dashboard.signedIn("acme", Role.MEMBER);

    @AfterEach
    void close() {
        dashboard.close();
    }

    private static String path(Endpoint endpoint) {
        return "/ui/webhooks/" + DashboardFixture.text(endpoint.id().seq());
    }

    @Test
    void shows_the_webhooks_of_ones_organisation_only() {
        dashboard.endpoint("acme", "Ours", "https://acme.example/in");
        Endpoint theirs = dashboard.endpoint("other", "Theirs", "https://other.example/in");

        assertThat(member.get("/ui/webhooks").text())
                .contains("Ours", "1 webhook")
                .doesNotContain("Theirs", "other.example");
        assertThat(member.post(path(theirs) + "/active", "active", "false").status())
                .isEqualTo(404);
        assertThat(member.post(path(theirs) + "/hold").status()).isEqualTo(404);
        assertThat(dashboard.directory.endpoint(theirs.id())).contains(theirs);
    }

    @Test
    void an_operator_sees_all_or_the_one_they_chose() {
        dashboard.endpoint("acme", "Ours", "https://acme.example/in");
        dashboard.endpoint("other", "Theirs", "https://other.example/in");
        Browser operator = dashboard.signedIn(null, Role.OPERATOR);

        assertThat(operator.get("/ui/webhooks").text()).contains("Ours", "Theirs");
        operator.post(
                "/ui/organisation",
                "organisation",
                DashboardFixture.text(dashboard.id("other").seq()));

        assertThat(operator.get("/ui/webhooks").text()).contains("Theirs").doesNotContain(">Ours<");
    }

    @Test
    void nobody_else_can_choose_an_organisation() {
        dashboard.endpoint("other", "Theirs", "https://other.example/in");
        member.get("/ui/webhooks");
        String other = DashboardFixture.text(dashboard.id("other").seq());

        assertThat(member.post("/ui/organisation", "organisation", other).status()).isEqualTo(403);
        member.with("posthorn_organisation", other);
        assertThat(member.get("/ui/webhooks").text()).doesNotContain("Theirs");
    }

    @Test
    void shows_hostile_text_as_text() {
        dashboard.endpoint(
                "acme", "<script>alert('x')</script>\"onload=\"", "https://acme.example/?a=\"><b>");

        assertThat(member.get("/ui/webhooks").text())
                .contains("&lt;script&gt;alert('x')&lt;/script&gt;")
                .doesNotContain("<script>alert", "\"><b>", "Ada <b>");
    }

    @Test
    void finds_by_name_url_id_state_and_profile() {
        Endpoint one = dashboard.endpoint("acme", "Warehouse", "https://acme.example/in");
        dashboard.endpoint("acme", "CRM sync", "https://crm.example/in");
        String id = DashboardFixture.text(one.id().seq());

        for (String query : new String[] {"text=wareHOUSE", "text=acme.example", "text=" + id}) {
            assertThat(member.get("/ui/webhooks?" + query).text())
                    .as(query)
                    .contains(">Warehouse<")
                    .doesNotContain(">CRM sync<");
        }
        assertThat(member.get("/ui/webhooks?state=invalid").text())
                .contains("Nothing fits this filter");
        assertThat(member.get("/ui/webhooks?profile=ricloud").text())
                .contains("Nothing fits this filter");
        assertThat(member.get("/ui/webhooks?profile=standard&state=valid").text())
                .contains(">Warehouse<", ">CRM sync<");
    }

    @Test
    void pages_from_the_newest_to_the_oldest() {
        for (int i = 0; i < 60; i++) {
            dashboard.endpoint("acme", "Hook " + i, "https://acme.example/" + i);
        }

        String first = member.get("/ui/webhooks").text();
        assertThat(first).contains(">Hook 59<", ">Hook 10<", "50 of 60").doesNotContain(">Hook 9<");
        String after = first.replaceAll("(?s).*after=([0-9a-f-]{36}).*", "$1");

        assertThat(member.get("/ui/webhooks?after=" + after).text())
                .contains(">Hook 9<", ">Hook 0<")
                .doesNotContain(">Hook 10<");
    }

    @Test
    void asks_before_waiting_deliveries_are_cancelled() {
        Endpoint one = dashboard.endpoint("acme", "Warehouse", "https://acme.example/in");
        dashboard.lanes.add(new LaneView(one.id(), 1_204, 0, 8, null, null));
        member.get("/ui/webhooks");

        String question = member.post(path(one) + "/active", "active", "false").text();
        assertThat(question).contains("1,204 deliveries are still waiting");
        assertThat(dashboard.directory.endpoint(one.id())).contains(one);

        member.post(path(one) + "/active", "active", "false", "sure", "true");
        assertThat(dashboard.directory.endpoint(one.id()).orElseThrow().state())
                .isEqualTo(EndpointState.DEACTIVATED);
    }

    @Test
    void viewers_look_and_change_nothing() {
        Endpoint one = dashboard.endpoint("acme", "Warehouse", "https://acme.example/in");
        Browser viewer = dashboard.signedIn("acme", Role.VIEWER);

        assertThat(viewer.get("/ui/webhooks").text())
                .contains("Warehouse")
                .doesNotContain("New webhook");
        assertThat(viewer.post(path(one) + "/active", "active", "false").status()).isEqualTo(403);
    }
}
