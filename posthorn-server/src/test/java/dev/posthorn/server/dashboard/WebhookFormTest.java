package dev.posthorn.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.retry.RetrySchedule;
import dev.posthorn.core.user.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookFormTest {
    private static final String NEW = "/ui/webhooks/new";

    private final DashboardFixture dashboard = new DashboardFixture();
    private final Browser member = dashboard.signedIn("acme", Role.MEMBER);

    @AfterEach
    void close() {
        dashboard.close();
    }

    private Endpoint only() {
        List<Endpoint> all = dashboard.directory.endpoints(dashboard.id("acme"));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void begins_with_standard_and_all_events_and_shows_what_each_profile_sends() {
        String page = member.get(NEW).text();

        assertThat(page)
                .contains("name=\"profile\" value=\"standard\" checked")
                .contains("name=\"which\" value=\"all\" checked")
                .contains("webhook-signature", "Ricloud-Signature", "WebHook-Request-Origin")
                .contains("\"entity_type\"");
    }

    @Test
    void makes_a_webhook_as_filled_in() {
        member.get(NEW);
        Browser.Seen made =
                member.post(
                        NEW,
                        "name",
                        "Archive",
                        "active",
                        "true",
                        "url",
                        "https://archive.example.com/in",
                        "profile",
                        "fastcomments",
                        "which",
                        "these",
                        "t",
                        "comment.created",
                        "t",
                        "comment.deleted",
                        "others",
                        "order.*",
                        "hn",
                        "X-Tier",
                        "hv",
                        "cold",
                        "hn",
                        "",
                        "hv",
                        "",
                        "ordering",
                        "entity",
                        "rate",
                        "2,5",
                        "retry",
                        "waits",
                        "waits",
                        "5 s, 5 min, 2h");

        assertThat(made.leadsTo()).isEqualTo("303 /ui/webhooks?done=created");
        EndpointSettings settings = only().settings();
        assertThat(settings.name()).isEqualTo("Archive");
        assertThat(settings.profile()).isEqualTo("fastcomments");
        assertThat(settings.eventTypes())
                .containsExactly("comment.created", "comment.deleted", "order.*");
        assertThat(settings.headers()).isEqualTo(Map.of("X-Tier", "cold"));
        assertThat(settings.ordering()).isEqualTo(Ordering.ENTITY);
        assertThat(settings.ratePerSecond()).isEqualTo(2.5);
        assertThat(((RetrySchedule.Waits) settings.retry()).waits())
                .containsExactly(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofHours(2));
    }

    @Test
    void says_what_is_wrong_beside_the_field_and_keeps_what_was_typed() {
        member.get(NEW);
        Browser.Seen refused =
                member.post(
                        NEW,
                        "name",
                        "A \"name\"",
                        "url",
                        "javascript:alert(1)",
                        "profile",
                        "standard",
                        "which",
                        "these",
                        "ordering",
                        "none",
                        "rate",
                        "quick",
                        "retry",
                        "waits",
                        "waits",
                        "soon",
                        "hn",
                        "X-Kept",
                        "hv",
                        "yes");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("4 fields need another look", "id=\"url-e\"", "id=\"event_types-e\"")
                .contains("Give a number, such as 25 or 0.5.", "Give waits such as 5 s")
                .contains("value=\"A &#34;name&#34;\"", "value=\"javascript:alert(1)\"")
                .contains("value=\"quick\"", "value=\"soon\"", "value=\"X-Kept\"");
        assertThat(dashboard.directory.endpoints()).isEmpty();
    }

    @Test
    void adds_a_line_for_a_header_without_losing_anything() {
        member.get(NEW);
        String page =
                member.post(
                                NEW,
                                "url",
                                "https://a.example.com",
                                "more",
                                "header",
                                "hn",
                                "X-A",
                                "hv",
                                "1")
                        .text();

        assertThat(page).contains("value=\"X-A\"", "value=\"https://a.example.com\"");
        assertThat(page.split("name=\"hn\"", -1)).hasSize(4);
    }

    @Test
    void changes_a_webhook_and_leaves_the_rest_as_it_was() {
        Endpoint one = dashboard.endpoint("acme", "Warehouse", "https://acme.example.com/in");
        String edit = "/ui/webhooks/" + DashboardFixture.text(one.id().seq()) + "/edit";
        assertThat(member.get(edit).text())
                .contains("value=\"Warehouse\"", "value=\"https://acme.example.com/in\"");

        Browser.Seen saved =
                member.post(
                        edit,
                        "name",
                        "Depot",
                        "url",
                        "https://acme.example.com/in",
                        "profile",
                        "standard",
                        "which",
                        "all",
                        "ordering",
                        "none",
                        "rate",
                        "",
                        "retry",
                        "profile",
                        "waits",
                        "",
                        "unit",
                        "60",
                        "attempts",
                        "10");

        assertThat(saved.leadsTo()).isEqualTo("303 /ui/webhooks?done=saved");
        assertThat(only().settings())
                .isEqualTo(
                        new dev.posthorn.core.administration.SettingsDraft(one.settings())
                                .name("Depot")
                                .settings());
    }

    @Test
    void nobody_edits_what_is_not_theirs() {
        Endpoint theirs = dashboard.endpoint("other", "Theirs", "https://other.example/in");
        String edit = "/ui/webhooks/" + DashboardFixture.text(theirs.id().seq()) + "/edit";
        member.get(NEW);

        assertThat(member.get(edit).status()).isEqualTo(404);
        assertThat(member.post(edit, "name", "Mine").status()).isEqualTo(404);
        assertThat(dashboard.signedIn("acme", Role.VIEWER).get(NEW).status()).isEqualTo(403);
    }
}
