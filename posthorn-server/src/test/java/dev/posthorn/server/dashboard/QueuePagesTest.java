package dev.posthorn.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.core.replay.Replay;
import dev.posthorn.core.replay.ReplayPlan;
import dev.posthorn.core.replay.ReplayRefusal;
import dev.posthorn.core.replay.ReplayStage;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.task.ReplayCounts;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.user.Role;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueuePagesTest {
    private static final String SINCE = "2026-11-21T18:00";

    private final DashboardFixture dashboard = new DashboardFixture();
    private Browser member;
    private Endpoint endpoint;

    @BeforeEach
    void start() {
        member = dashboard.signedIn("acme", Role.MEMBER);
        endpoint = dashboard.endpoint("acme", "CRM <i>sync</i>", "https://acme.example/in");
        Endpoint others = dashboard.endpoint("other", "Theirs", "https://other.example/in");
        dashboard.lanes.add(
                new LaneView(endpoint.id(), 1_204, 2, 8, DashboardFixture.NOW_MS + 4_000, "502"));
        dashboard.lanes.add(new LaneView(others.id(), 17, 0, 8, null, null));
    }

    @AfterEach
    void close() {
        dashboard.close();
    }

    private static String text(Endpoint endpoint) {
        return DashboardFixture.text(endpoint.id().seq());
    }

    private String publish() {
        member.get("/ui/events/new");
        member.post("/ui/events/new", "type", "user.updated", "data", "{}");
        var delivery = dashboard.journal.accepted().getLast().deliveries().getFirst();
        return DashboardFixture.text(delivery.id().seq());
    }

    @Test
    void shows_what_waits_for_whom_and_nothing_of_others() {
        assertThat(member.get("/ui/queue").text())
                .contains("CRM &lt;i&gt;sync&lt;/i&gt;", ">1,204<", "in 4 seconds", "502")
                .doesNotContain("Theirs", "<i>sync", "/s</span>");
        assertThat(dashboard.signedIn(null, Role.OPERATOR).get("/ui/queue").text())
                .contains("Theirs", "1,221", "/s</span>");
    }

    @Test
    void a_script_gets_the_moving_part_alone() {
        String part = member.sending("HX-Request", "true").get("/ui/queue").text();

        assertThat(part).contains("id=\"queue\"", "data-live=\"/ui/live\"", ">1,204<");
        assertThat(part).doesNotContain("<html", "<nav class=\"side\"");
    }

    @Test
    void narrows_to_a_webhook_and_opens_it() {
        assertThat(member.get("/ui/queue?text=nothing").text()).contains("Nothing waits");
        assertThat(member.get("/ui/queue?state=held").text()).doesNotContain("CRM");
        String delivery = publish();

        assertThat(member.get("/ui/queue?webhook=" + text(endpoint)).text())
                .contains("user.updated", "/ui/deliveries/" + delivery + "/cancel", "Send now");
        assertThat(
                        member.post("/ui/deliveries/" + delivery + "/resend", "back", "/ui/queue")
                                .leadsTo())
                .isEqualTo("303 /ui/queue?done=left");
    }

    @Test
    void counts_before_it_resends() {
        member.get("/ui/queue/resend");
        Browser.Seen counting =
                member.post(
                        "/ui/queue/resend/count",
                        "since",
                        SINCE,
                        "webhook",
                        text(endpoint),
                        "rate",
                        "50");
        Replay count = dashboard.replays.begun.getLast();
        assertThat(count.plan().dryRun()).isTrue();
        counted(count, 418);

        String page = member.get(counting.header("Location")).text();
        assertThat(page).contains("418 failed deliveries would be sent again.", "Resend 418");

        Browser.Seen resent =
                member.post(
                        "/ui/queue/resend",
                        "since",
                        SINCE,
                        "webhook",
                        text(endpoint),
                        "rate",
                        "50",
                        "count",
                        DashboardFixture.text(count.task().id().seq()));
        assertThat(resent.leadsTo()).startsWith("303 /ui/queue?task=").endsWith("done=resending");
        ReplayPlan plan = dashboard.replays.begun.getLast().plan();
        assertThat(plan.dryRun()).isFalse();
        assertThat(plan.stages()).containsExactly(ReplayStage.FAILED);
        assertThat(plan.endpoint()).isEqualTo(endpoint.id());
        assertThat(plan.perSecond()).isEqualTo(50);
        assertThat(plan.created().fromMs()).isEqualTo(Instant.parse(SINCE + ":00Z").toEpochMilli());
        assertThat(plan.created().toMs()).isEqualTo(DashboardFixture.NOW_MS);
        assertThat(plan.organisation()).isEqualTo(dashboard.id("acme"));
    }

    private void counted(Replay replay, long so) {
        Task task =
                replay.task()
                        .started(DashboardFixture.NOW_MS)
                        .counting(new ReplayCounts(replay.plan().dryRun(), so, so, 0, 0))
                        .completed(List.of(), null, DashboardFixture.NOW_MS);
        dashboard.log.save(new Change.TaskChange(task));
    }

    @Test
    void shows_how_a_resend_gets_on_to_its_own_only() {
        member.get("/ui/queue/resend");
        member.post("/ui/queue/resend/count", "since", SINCE);
        Replay resend = dashboard.replays.begun.getLast();
        dashboard.log.save(
                new Change.TaskChange(
                        resend.task()
                                .counting(new ReplayCounts(false, 0, 418, 0, 0))
                                .completed(List.of(), null, DashboardFixture.NOW_MS)));
        String path = "/ui/queue?task=" + DashboardFixture.text(resend.task().id().seq());

        assertThat(member.get(path).text()).contains("418 deliveries are on their way again.");
        assertThat(dashboard.signedIn("other", Role.ADMIN).get(path).text())
                .doesNotContain("on their way");
    }

    @Test
    void resends_nothing_that_was_not_counted_or_is_not_theirs() {
        member.get("/ui/queue/resend");
        assertThat(member.post("/ui/queue/resend", "since", SINCE).status()).isEqualTo(422);
        Browser other = dashboard.signedIn("other", Role.ADMIN);
        other.get("/ui/queue/resend");
        assertThat(
                        other.post(
                                        "/ui/queue/resend/count",
                                        "since",
                                        SINCE,
                                        "webhook",
                                        text(endpoint))
                                .status())
                .isEqualTo(404);
        assertThat(dashboard.replays.begun).isEmpty();
    }

    @Test
    void says_what_is_wrong_with_the_form() {
        member.get("/ui/queue/resend");
        assertThat(member.post("/ui/queue/resend/count", "since", "soon", "rate", "-1").text())
                .contains("Give a date and time.", "Give a number above 0");
        Browser operator = dashboard.signedIn(null, Role.OPERATOR);
        operator.get("/ui/queue/resend");
        assertThat(operator.post("/ui/queue/resend/count", "since", SINCE).text())
                .contains("Choose a webhook, or one organisation");
        dashboard.replays.refusal = new ReplayRefusal.OneIsUnderWay();
        assertThat(member.post("/ui/queue/resend/count", "since", SINCE).text())
                .contains("A resend or replay of this webhook is under way.");
    }

    @Test
    void viewers_look() {
        Browser viewer = dashboard.signedIn("acme", Role.VIEWER);

        assertThat(viewer.get("/ui/queue").text()).contains(">1,204<").doesNotContain("Resend");
        assertThat(viewer.get("/ui/queue/resend").status()).isEqualTo(403);
        assertThat(viewer.post("/ui/queue/resend").status()).isEqualTo(403);
    }
}
