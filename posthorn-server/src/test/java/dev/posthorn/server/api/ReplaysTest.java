package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.replay.Replay;
import dev.posthorn.core.replay.ReplayPlan;
import dev.posthorn.core.replay.ReplayRefusal;
import dev.posthorn.core.replay.ReplayStage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplaysTest {
    private ApiFixture api;
    private Story story;
    private ApiCall caller;

    @BeforeEach
    void start() {
        api = new ApiFixture();
        story = Story.of(api, "acme");
        caller = api.as("acme-manage");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void a_replay_is_of_failed_ones_up_to_now_unless_told_otherwise() {
        ApiCall.Answer task = replay("{'since':'2026-11-21T00:00:00Z'}");

        assertThat(task.status()).isEqualTo(201);
        assertThat(task.at("type")).isEqualTo("webhook_config.replay");
        assertThat(task.at("target")).isEqualTo(story.endpoint());
        assertThat(task.text()).contains("'results':[{'resent':0,'created':0,'skipped':0}]");
        ReplayPlan plan = plan();
        assertThat(plan.stages()).containsExactly(ReplayStage.FAILED, ReplayStage.CUT_OFF);
        assertThat(plan.created())
                .isEqualTo(
                        new TimeRange(
                                Instant.parse("2026-11-21T00:00:00Z").toEpochMilli(),
                                ApiFixture.NOW_MS));
        assertThat(plan.trigger()).isEqualTo(Trigger.REPLAY);
    }

    @Test
    void a_count_is_answered_when_it_is_done() {
        ApiCall.Answer task =
                replay(
                        "{'since':'2026-11-01','until':'2026-11-02','state':'missed','rate':2.5,"
                                + "'dry_run':true}");

        assertThat(task.status()).isEqualTo(200);
        assertThat(task.text()).contains("'state':'succeeded'", "'results':[{'counted':0}]");
        assertThat(plan().stages()).containsExactly(ReplayStage.MISSED);
        assertThat(plan().perSecond()).isEqualTo(2.5);
    }

    @Test
    void a_replay_says_since_when() {
        assertThat(replay("{'state':'lost'}").text()).startsWith("400").contains("'since'");
        assertThat(replay("{'since':'yesterday'}").text())
                .contains("'since':'must be a time such as 2026-11-22T04:29:00Z'");
    }

    @Test
    void one_at_a_time_for_an_endpoint() {
        api.replays.refusal = new ReplayRefusal.OneIsUnderWay();

        assertThat(replay("{'since':'2026-11-21'}").text())
                .startsWith("409 {'error':'conflict','message':'A replay or resend");
    }

    @Test
    void nothing_is_replayed_to_a_deactivated_endpoint() {
        caller.delete("/configs/webhook/" + story.endpoint());

        assertThat(replay("{'since':'2026-11-21'}").status()).isEqualTo(409);
    }

    @Test
    void a_resend_takes_the_filters_of_the_list() {
        ApiCall.Answer task =
                caller.post(
                        "/deliveries/resend",
                        "{'webhook_config':'%s','event':'%s','state':'delivered','type':'user',"
                                        .formatted(story.endpoint(), story.event())
                                + "'date_created[gte]':'2026-11-22T00:00:00Z'}");

        assertThat(task.status()).isEqualTo(201);
        assertThat(task.at("type")).isEqualTo("delivery.resend");
        assertThat(plan().stages()).containsExactly(ReplayStage.DELIVERED);
        assertThat(ApiFixture.text(plan().endpoint().seq())).isEqualTo(story.endpoint());
        assertThat(ApiFixture.text(plan().event().seq())).isEqualTo(story.event());
        assertThat(plan().type()).isEqualTo("user");
    }

    @Test
    void a_resend_stays_within_the_organisation_of_the_caller() {
        assertThat(caller.post("/deliveries/resend", "{}").status()).isEqualTo(201);
        assertThat(plan().organisation()).isEqualTo(api.id("acme"));
        assertThat(plan().stages()).containsExactly(ReplayStage.FAILED);

        assertThat(
                        api.as("other-manage")
                                .post(
                                        "/deliveries/resend",
                                        "{'webhook_config':'" + story.endpoint() + "'}")
                                .text())
                .startsWith("400")
                .contains("'webhook_config':'there is none by this name'");
    }

    private ApiCall.Answer replay(String body) {
        return caller.post("/configs/webhook/" + story.endpoint() + "/replay", body);
    }

    private ReplayPlan plan() {
        List<Replay> begun = api.replays.begun;
        return begun.getLast().plan();
    }
}
