package dev.posthorn.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.core.statistics.Count;
import dev.posthorn.core.statistics.MinuteTally;
import dev.posthorn.core.statistics.StatisticsSubject;
import dev.posthorn.core.statistics.Tally;
import dev.posthorn.core.user.Role;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HomePagesTest {
    private final DashboardFixture dashboard = new DashboardFixture();
    private Browser member;

    @BeforeEach
    void signIn() {
        member = dashboard.signedIn("acme", Role.VIEWER);
    }

    @AfterEach
    void close() {
        dashboard.close();
    }

    private void counted(String organisation) {
        Tally tally = new Tally();
        tally.add(Count.DELIVERED, 1_234);
        tally.add(Count.STATUS_2XX, 1_234);
        tally.add(Count.STATUS_5XX, 6);
        tally.latency().add(41_000);
        long minute = DashboardFixture.NOW_MS / 60_000 - 1;
        dashboard.statistics.add(
                List.of(
                        new MinuteTally(
                                StatisticsSubject.of(dashboard.id(organisation)), minute, tally)),
                DashboardFixture.NOW_MS);
    }

    @Test
    void shows_how_its_organisation_has_been_doing() {
        counted("acme");
        dashboard.endpoint("acme", "Warehouse", "https://acme.example/in");

        for (String range : List.of("1h", "24h", "7d", "30d")) {
            assertThat(member.get("/ui/overview?range=" + range).text())
                    .as(range)
                    .contains(">1,234<", "99.52 %", "data-chart=\"[[", "As a table", "uplot.js")
                    .contains("Every webhook is doing well.");
        }
        assertThat(dashboard.signedIn("other", Role.ADMIN).get("/ui/overview").text())
                .contains("Nothing was sent in this time", "No webhooks yet")
                .doesNotContain("1,234");
    }

    @Test
    void says_first_what_needs_somebody() {
        Endpoint failing = dashboard.endpoint("acme", "CRM <i>", "https://acme.example/in");
        Endpoint theirs = dashboard.endpoint("other", "Theirs", "https://other.example/in");
        dashboard.lanes.add(new LaneView(failing.id(), 17, 0, 8, null, "502"));
        dashboard.lanes.add(new LaneView(theirs.id(), 4, 0, 8, null, "timeout"));

        assertThat(member.get("/ui/overview").text())
                .contains("1 of 1 webhooks", ">failing<", "CRM &lt;i&gt;", "17 deliveries wait")
                .doesNotContain("Theirs");
    }

    @Test
    void lists_event_types_with_schema_and_example() {
        assertThat(member.get("/ui/types").text())
                .contains(">user.updated<", "9 event types", "A company is new.");
        assertThat(member.get("/ui/types?text=COMPANY").text())
                .contains(">company.created<")
                .doesNotContain(">user.created<");
        assertThat(member.get("/ui/types?text=%3Cb%3E").text())
                .contains("No type fits", "&lt;b>")
                .doesNotContain("<b>");
        assertThat(member.get("/ui/types/user.updated").text())
                .contains("&#34;name_first&#34;: &#34;Ada&#34;".replace("&#34;", "\""))
                .contains("is not enforced")
                .doesNotContain("Publish a test event");
        assertThat(member.get("/ui/types/nothing.known").status()).isEqualTo(404);
        assertThat(member.get("/ui/types/a%20b").status()).isEqualTo(404);
    }
}
