package dev.posthorn.server.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.health.Missed;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.replay.ReplayStage;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import dev.posthorn.core.task.TestResult;
import dev.posthorn.core.user.Role;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pages of one webhook. */
class OneWebhookTest {
    private static final List<String> VIEWS = List.of("", "/log", "/test", "/secret", "/settings");
    private static final String HOSTILE = "<script>alert('x')</script>";
    private static final long ATTEMPT = DashboardFixture.NOW_MS << 15;

    private final DashboardFixture dashboard = new DashboardFixture();
    private final Browser member = dashboard.signedIn("acme", Role.MEMBER);
    private final Browser viewer = dashboard.signedIn("acme", Role.VIEWER);
    private final Endpoint ours =
            dashboard.endpoint("acme", HOSTILE, "https://acme.example/?a=\"><b>");
    private final Endpoint theirs =
            dashboard.endpoint("other", "Theirs", "https://other.example/in");

    @AfterEach
    void close() {
        dashboard.close();
    }

    private static String path(Endpoint endpoint) {
        return "/ui/webhooks/" + DashboardFixture.text(endpoint.id().seq());
    }

    private static OutgoingRequest request() {
        return new OutgoingRequest(
                "POST",
                "https://acme.example/?a=\"><b>",
                new String[] {"token", "very-secret", "x-note", "it's " + HOSTILE},
                (HOSTILE + "\u202egpj.exe").getBytes(UTF_8));
    }

    private static Response answer() {
        return new Response(
                200,
                new String[] {"x-evil", "<svg onload=alert(1)>"},
                "<body onload=\"location='//evil.example'\">".getBytes(UTF_8),
                true);
    }

    /** Writes an attempt of a test into the log. */
    private void attempted(Endpoint endpoint, long seq) {
        Exchange exchange =
                new Exchange(
                        new AttemptOutcome.Delivered(200),
                        answer(),
                        new Timings(4_000, 18_000, -1, 290_000, 312_000),
                        "192.0.2.1",
                        null);
        AttemptRecord record =
                new AttemptRecord(
                        1, Trigger.TEST, DashboardFixture.NOW_MS, 1, new byte[32], exchange);
        dashboard.log.save(
                new Change.TestAttempt(seq, endpoint, "user.created", record, request(), seq - 1));
    }

    @Test
    void every_view_is_there_for_those_who_own_it_and_nobody_else() {
        for (String view : VIEWS) {
            assertThat(member.get(path(ours) + view).status()).as(view).isEqualTo(200);
            assertThat(viewer.get(path(ours) + view).status()).as(view).isEqualTo(200);
            assertThat(member.get(path(theirs) + view).status()).as(view).isEqualTo(404);
        }
        assertThat(member.get("/ui/webhooks/nonsense").status()).isEqualTo(404);
    }

    @Test
    void every_view_shows_hostile_text_as_text() {
        attempted(ours, ATTEMPT);
        String open = "/log?attempt=" + DashboardFixture.text(ATTEMPT);
        for (String view : List.of("", open, "/test", "/secret", "/settings")) {
            assertThat(member.get(path(ours) + view).text())
                    .as(view)
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script>alert", "?a=\"><b>", "<svg onload", "<body onload");
        }
    }

    @Test
    void the_log_opens_the_exact_request_and_answer() {
        attempted(ours, ATTEMPT);
        String open = path(ours) + "/log?attempt=" + DashboardFixture.text(ATTEMPT);

        assertThat(member.get(open).text())
                .contains(
                        "<span class=\"ctl\">U+202E</span>gpj.exe",
                        "312\u202fms",
                        "only the first 16 KiB of an answer",
                        "-H &#39;token: ***&#39;",
                        "<dd>it's &lt;script&gt;")
                .doesNotContain("very-secret");
    }

    @Test
    void the_log_shows_ten_and_pages_on() {
        for (int i = 0; i < 12; i++) {
            attempted(ours, ATTEMPT + 2L * i);
        }
        attempted(theirs, ATTEMPT + 100);
        String oldest = DashboardFixture.text(ATTEMPT);

        Browser.Seen first = member.get(path(ours) + "/log");
        assertThat(first.text().split("<tr id=", -1)).hasSize(11);
        assertThat(first.text()).doesNotContain(oldest, DashboardFixture.text(ATTEMPT + 100));
        String next = first.text().replaceAll("(?s).*href=\"([^\"]+)\" rel=\"next\".*", "$1");
        Browser.Seen second = member.get(next);
        assertThat(second.text().split("<tr id=", -1)).hasSize(3);
        assertThat(second.text()).contains(oldest).doesNotContain("rel=\"next\"");
        assertThat(member.get(path(ours) + "/log?attempt=" + oldest).text())
                .contains("class=\"detail\"");
    }

    @Test
    void secrets_of_a_request_are_shown_on_demand_and_that_is_written_down() {
        attempted(ours, ATTEMPT);
        String id = DashboardFixture.text(ATTEMPT);
        member.get(path(ours) + "/log");

        assertThat(member.post(path(ours) + "/log/curl", "attempt", id).text())
                .contains("very-secret");
        assertThat(dashboard.audited().getLast()).isEqualTo("webhook_config.reveal");
    }

    @Test
    void viewers_see_no_contents_and_no_secrets() {
        attempted(ours, ATTEMPT);
        String id = DashboardFixture.text(ATTEMPT);

        assertThat(viewer.get(path(ours) + "/log?attempt=" + id).text())
                .contains("user.created", "Your role does not show requests")
                .doesNotContain("very-secret", "gpj.exe", "curl ", "evil.example", "***");
        assertThat(viewer.get(path(ours) + "/secret").text())
                .contains("Your role does not show secrets.")
                .doesNotContain("whsec_AA", "/secret/reveal", ours.secrets().current().text());
        for (String command :
                List.of("/secret/reveal", "/secret/rotate", "/log/curl", "/log/resend")) {
            assertThat(viewer.post(path(ours) + command, "attempt", id).status())
                    .as(command)
                    .isEqualTo(403);
        }
        assertThat(viewer.post(path(ours) + "/test").status()).isEqualTo(403);
        assertThat(viewer.post(path(ours) + "/pause", "paused", "true").status()).isEqualTo(403);
    }

    @Test
    void nobody_reaches_into_another_organisation() {
        attempted(theirs, ATTEMPT);
        String id = DashboardFixture.text(ATTEMPT);
        member.get(path(ours) + "/log");

        for (String command :
                List.of(
                        "/secret/reveal",
                        "/secret/rotate",
                        "/log/curl",
                        "/test",
                        "/pause",
                        "/missed",
                        "/missed/send")) {
            assertThat(member.post(path(theirs) + command, "attempt", id).status())
                    .as(command)
                    .isEqualTo(404);
        }
        assertThat(member.get(path(ours) + "/log?attempt=" + id).text())
                .doesNotContain("class=\"detail\"");
        assertThat(dashboard.directory.endpoint(theirs.id())).contains(theirs);
    }

    @Test
    void the_secret_is_shown_on_demand_and_that_is_written_down() {
        String secret = ours.secrets().current().text();
        Browser.Seen hidden = member.get(path(ours) + "/secret");
        assertThat(hidden.text()).doesNotContain(secret);

        Browser.Seen shown = member.post(path(ours) + "/secret/reveal");
        assertThat(shown.text()).contains(secret);
        assertThat(dashboard.audited().getLast()).isEqualTo("webhook_config.reveal");
    }

    @Test
    void a_new_secret_replaces_the_old_one_which_signs_for_a_while() {
        member.get(path(ours) + "/secret");
        assertThat(member.post(path(ours) + "/secret/rotate", "grace", "1h").leadsTo())
                .isEqualTo("303 " + path(ours) + "/secret?done=rotated");

        Endpoint now = dashboard.directory.endpoint(ours.id()).orElseThrow();
        assertThat(now.secrets().current()).isNotEqualTo(ours.secrets().current());
        assertThat(now.secrets().previous())
                .extracting(one -> one.untilMs() - DashboardFixture.NOW_MS)
                .containsExactly(3_600_000L);
        Browser.Seen wrong = member.post(path(ours) + "/secret/rotate", "secret", "short");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("value=\"short\"", "The secret must");
    }

    @Test
    void holds_and_lets_go() {
        member.get(path(ours));
        member.post(path(ours) + "/pause", "paused", "true");
        assertThat(member.get(path(ours)).text()).contains("data-state=\"paused\"", "Resume");
        member.post(path(ours) + "/pause", "paused", "false");
        assertThat(dashboard.directory.endpoint(ours.id()).orElseThrow().sends()).isTrue();
    }

    @Test
    void what_was_missed_is_counted_before_it_is_sent() {
        dashboard.missed = new Missed(12_345, DashboardFixture.NOW_MS - 60_000);
        assertThat(member.get(path(ours)).text()).contains("12,345 events were missed.");

        assertThat(member.post(path(ours) + "/missed").text()).contains("Send what", "were missed");
        assertThat(dashboard.replays.begun)
                .extracting(one -> one.plan().dryRun())
                .containsExactly(true);
        member.post(path(ours) + "/missed/send");

        assertThat(dashboard.replays.begun)
                .extracting(one -> one.plan().dryRun(), one -> one.plan().stages())
                .last()
                .isEqualTo(tuple(false, List.of(ReplayStage.MISSED)));
        assertThat(dashboard.replays.begun)
                .allMatch(one -> one.plan().endpoint().equals(ours.id()))
                .allMatch(one -> one.task().type().equals(Task.REPLAY));
    }

    @Test
    void a_test_shows_what_was_expected_and_what_came() {
        tested(ours);

        assertThat(member.get(path(ours) + "/test").text())
                .contains(
                        "Expected 401",
                        "got 200",
                        "Your endpoint accepted a forged call.",
                        "must be answered with 401 &lt;b&gt;",
                        "••••••••")
                .doesNotContain("very-secret\"", "401 <b>");
        assertThat(viewer.get(path(ours) + "/test").text())
                .contains("failed")
                .doesNotContain("gpj.exe", "Send test payload");
    }

    private void tested(Endpoint endpoint) {
        TestResult right =
                new TestResult("user.created", "2xx", request(), answer(), true, "Fine.");
        TestResult wrong =
                new TestResult(
                        "user.created",
                        "401",
                        new OutgoingRequest(
                                "POST", "https://acme.example/", new String[0], new byte[0]),
                        answer(),
                        false,
                        "It must be answered with 401 <b>.");
        Task task =
                new Task(
                        new TaskId(ATTEMPT),
                        endpoint.organisation(),
                        null,
                        Task.ENDPOINT_TEST,
                        endpoint.id().seq(),
                        Task.State.FAILED,
                        List.of(right, wrong),
                        "forged-call-not-refused",
                        DashboardFixture.NOW_MS,
                        DashboardFixture.NOW_MS,
                        DashboardFixture.NOW_MS);
        dashboard.log.save(new Change.TaskChange(task));
    }

    @Test
    void a_test_is_started_for_one_type_and_followed() {
        member.get(path(ours) + "/test");

        assertThat(member.post(path(ours) + "/test", "event_type", "user.updated").leadsTo())
                .startsWith("303 " + path(ours) + "/test?task=");
        assertThat(member.post(path(ours) + "/test", "event_type", "<b>").status()).isEqualTo(400);
    }
}
