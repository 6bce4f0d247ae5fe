package dev.posthorn.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.user.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventPagesTest {
    private static final String HOSTILE = "{\"name\":\"<script>alert(1)</script>\",\"n\":1.50}";

    private final DashboardFixture dashboard = new DashboardFixture();
    private Browser member;

    @BeforeEach
    void signIn() {
        member = dashboard.signedIn("acme", Role.MEMBER);
        dashboard.endpoint("acme", "Warehouse", "https://acme.example/in");
    }

    @AfterEach
    void close() {
        dashboard.close();
    }

    private String published(Browser by, String type, String entity, String data) {
        by.get("/ui/events/new");
        Browser.Seen answer =
                by.post("/ui/events/new", "type", type, "entity", entity, "data", data);
        assertThat(answer.leadsTo()).startsWith("303 /ui/events/").endsWith("?done=published");
        return answer.header("Location").replaceAll(".*/([0-9a-f-]{36}).*", "$1");
    }

    @Test
    void publishes_an_example_and_shows_what_became_of_it() {
        String form = member.get("/ui/events/new?type=comment.created").text();
        assertThat(form).contains("A **test** comment, nobody wrote it.");

        String event = published(member, "comment.created", "7", HOSTILE);

        String page = member.get("/ui/events/" + event).text();
        assertThat(page)
                .contains(">comment.created</h1>", "Warehouse", "It made a delivery", "Send now")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "\"n\": 1.50")
                .doesNotContain("<script>alert");
        assertThat(member.get("/ui/events/" + event + "?payload=raw").text())
                .contains("\"n\":1.50}");
    }

    @Test
    void says_beside_the_field_what_cannot_be_published() {
        member.get("/ui/events/new");

        Browser.Seen type = member.post("/ui/events/new", "type", "a b<i>", "data", "{}");
        assertThat(type.status()).isEqualTo(422);
        assertThat(type.text()).contains("id=\"type-e\"", "a b&lt;i>");
        for (String data : new String[] {"{", "[1]", "{},\"key\":1", "{} {}"}) {
            Browser.Seen answer =
                    member.post("/ui/events/new", "type", "user.created", "data", data);
            assertThat(answer.status()).as(data).isEqualTo(422);
            assertThat(answer.text()).as(data).contains("id=\"data-e\"");
        }
        assertThat(dashboard.journal.accepted()).isEmpty();
    }

    @Test
    void finds_by_type_entity_id_and_time() {
        String user = published(member, "user.updated", "7", "{}");
        published(member, "comment.created", "c-1", "{}");

        for (String query : new String[] {"type=user", "entity=7", "type=user.updated"}) {
            assertThat(member.get("/ui/events?" + query).text())
                    .as(query)
                    .contains(">user.updated</a>")
                    .doesNotContain(">comment.created</a>");
        }
        assertThat(member.get("/ui/events?type=" + user).leadsTo())
                .isEqualTo("303 /ui/events/" + user);
        assertThat(member.get("/ui/events?since=2026-11-23T00:00").text())
                .contains("No event fits");
        assertThat(member.get("/ui/events?until=2026-11-22T04:29").text())
                .contains(">user.updated</a>", "2 events");
    }

    @Test
    void pages_through_long_lists() {
        for (int i = 0; i < 55; i++) {
            published(member, "user.updated", "u" + i, "{}");
        }
        String first = member.get("/ui/events").text();
        assertThat(first).contains(">u54<", ">u5<").doesNotContain(">u4<");
        String after = first.replaceAll("(?s).*after=([0-9a-f-]{36}).*", "$1");

        assertThat(member.get("/ui/events?after=" + after).text())
                .contains(">u4<", ">u0<")
                .doesNotContain(">u5<");
    }

    @Test
    void says_why_nothing_arrived() {
        published(dashboard.signedIn("other", Role.MEMBER), "user.updated", "", "{}");
        String none =
                DashboardFixture.text(dashboard.journal.accepted().getLast().event().id().seq());

        assertThat(dashboard.signedIn(null, Role.OPERATOR).get("/ui/events/" + none).text())
                .contains("There is no webhook here yet", "It made no delivery");
    }

    @Test
    void others_events_are_unknown() {
        String event = published(member, "user.updated", "", "{\"secret\":1}");
        Browser other = dashboard.signedIn("other", Role.ADMIN);

        assertThat(other.get("/ui/events/" + event).status()).isEqualTo(404);
        assertThat(other.get("/ui/events?type=" + event).text()).contains("No event fits");
        assertThat(other.get("/ui/events").text()).doesNotContain(event);
        other.get("/ui/webhooks");
        assertThat(other.post("/ui/events/" + event + "/expunge").status()).isEqualTo(404);
        String delivery = delivery();
        assertThat(other.post("/ui/deliveries/" + delivery + "/cancel").status()).isEqualTo(404);
        assertThat(other.post("/ui/deliveries/" + delivery + "/resend").status()).isEqualTo(404);
    }

    private String delivery() {
        AcceptedEvent event = dashboard.journal.accepted().getLast();
        PendingDelivery delivery = event.deliveries().getFirst();
        return DashboardFixture.text(delivery.id().seq());
    }

    @Test
    void viewers_see_no_payload_and_send_nothing() {
        String event = published(member, "user.updated", "", "{\"secret\":\"yes\"}");
        Browser viewer = dashboard.signedIn("acme", Role.VIEWER);

        assertThat(viewer.get("/ui/events/" + event).text())
                .contains("Your role shows no payloads.")
                .doesNotContain("secret", "Send now", "Expunge");
        assertThat(viewer.get("/ui/events/new").status()).isEqualTo(403);
        for (String what : new String[] {"/cancel", "/resend"}) {
            assertThat(viewer.post("/ui/deliveries/" + delivery() + what).status()).isEqualTo(403);
        }
        assertThat(viewer.post("/ui/events/" + event + "/expunge").status()).isEqualTo(403);
    }

    @Test
    void cancels_and_sends_again() {
        String event = published(member, "user.updated", "", "{}");
        String back = "/ui/events/" + event;

        assertThat(member.post("/ui/deliveries/" + delivery() + "/cancel", "back", back).leadsTo())
                .isEqualTo("303 " + back + "?done=cancelled");
        assertThat(member.get(back).text()).contains("data-state=\"cancelled\"", "Resend");
        assertThat(member.post("/ui/deliveries/" + delivery() + "/resend", "back", back).leadsTo())
                .isEqualTo("303 " + back + "?done=resent");
        assertThat(member.get(back).text()).contains("data-state=\"pending\"", "Send now");
    }

    @Test
    void erases_a_payload_after_asking() {
        String event = published(member, "user.updated", "", "{\"secret\":\"yes\"}");

        assertThat(member.get("/ui/events/" + event + "/expunge").text())
                .contains("It is gone for good.");
        assertThat(member.post("/ui/events/" + event + "/expunge").leadsTo())
                .isEqualTo("303 /ui/events/" + event + "?done=expunged");
    }
}
