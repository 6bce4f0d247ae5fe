package dev.posthorn.core.replay;

import static dev.posthorn.core.replay.ReplaySamples.OTHER;
import static dev.posthorn.core.replay.ReplaySamples.TO;
import static dev.posthorn.core.replay.ReplaySamples.at;
import static dev.posthorn.core.replay.ReplaySamples.dry;
import static dev.posthorn.core.replay.ReplaySamples.plan;
import static dev.posthorn.core.replay.ReplaySamples.replay;
import static dev.posthorn.core.store.StoreSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.replay.InMemoryReplayStore.Mood;
import dev.posthorn.core.routing.FullEndpoints;
import dev.posthorn.core.task.ReplayCounts;
import dev.posthorn.core.task.Task;
import org.junit.jupiter.api.Test;

class ReplayerTest {
    private static final ReplayPlan FAILED = plan(TO.id(), ReplayStage.FAILED);
    private static final ReplayPlan MISSED = plan(TO.id(), ReplayStage.MISSED);

    private final InMemoryReplays store = new InMemoryReplays();
    private final HeardReplays heard = new HeardReplays();
    private final FullEndpoints full = new FullEndpoints(10, _ -> {});
    private final Replayer replayer = replayer(ReplaySamples.directory(TO, OTHER));

    private Replayer replayer(Directory directory) {
        return new Replayer(store.replays(), store.log(), directory, full, heard);
    }

    @Test
    void with_nothing_to_do_it_need_not_be_called_again() {
        assertThat(replayer.step(NOW)).isEqualTo(Replayer.NEVER);
    }

    @Test
    void a_window_is_sent_in_slices_with_a_pause_between() {
        store.failed(Replayer.SLICE + 1, TO);
        replayer.begin(replay(1, FAILED));

        long next = replayer.step(NOW);
        assertThat(next).isEqualTo(NOW + 20);
        assertThat(store.heard().asked()).hasSize(Replayer.SLICE);
        assertThat(replayer.step(next - 1)).isEqualTo(next);
        assertThat(replayer.step(next)).isEqualTo(Replayer.NEVER);

        assertThat(store.heard().asked()).hasSize(Replayer.SLICE + 1);
        Task ended = heard.finished.getFirst();
        assertThat(ended.state()).isEqualTo(Task.State.SUCCEEDED);
        assertThat(ended.startedMs()).isEqualTo(NOW);
        assertThat(ended.completedMs()).isEqualTo(next);
        assertThat(ended.counts()).isEqualTo(new ReplayCounts(false, 0, Replayer.SLICE + 1, 0, 0));
        assertThat(store.log().task(ended.id())).contains(ended);
    }

    @Test
    void a_rate_spreads_it_over_time() {
        store.failed(5, TO);
        replayer.begin(replay(1, at(2.5, FAILED)));

        assertThat(replayer.step(NOW)).isEqualTo(NOW + 800);
        assertThat(store.heard().asked()).hasSize(2);
    }

    @Test
    void a_rate_below_one_a_second_sends_one_at_a_time() {
        store.failed(2, TO);
        replayer.begin(replay(1, at(0.1, FAILED)));

        assertThat(replayer.step(NOW)).isEqualTo(NOW + 10_000);
        assertThat(store.heard().asked()).hasSize(1);
    }

    @Test
    void replays_take_turns() {
        store.failed(Replayer.SLICE + 1, TO);
        store.failed(1, OTHER);
        replayer.begin(replay(1, FAILED));
        replayer.begin(replay(2, plan(OTHER.id(), ReplayStage.FAILED)));

        replayer.step(NOW);

        assertThat(store.heard().asked()).hasSize(Replayer.SLICE + 1);
        assertThat(heard.finished).extracting(Task::target).containsExactly(OTHER.id().seq());
    }

    @Test
    void a_dry_run_counts_and_changes_nothing() {
        store.failed(1_005, TO);
        replayer.begin(replay(1, dry(FAILED)));

        assertThat(replayer.step(NOW)).isEqualTo(NOW);
        replayer.step(NOW);

        assertThat(heard.finished.getFirst().counts())
                .isEqualTo(new ReplayCounts(true, 1_005, 0, 0, 0));
        assertThat(store.heard().asked()).isEmpty();
    }

    @Test
    void the_first_deliveries_made_of_what_was_missed_are_told_once() {
        store.missed(Replayer.SLICE + 1);
        replayer.begin(replay(1, MISSED));

        replayer.step(replayer.step(NOW));

        assertThat(heard.sendingMissed).hasSize(1);
        assertThat(heard.finished.getFirst().counts())
                .isEqualTo(new ReplayCounts(false, 0, 0, Replayer.SLICE + 1, 0));
    }

    @Test
    void where_nothing_was_missed_nothing_is_told() {
        replayer.begin(replay(1, MISSED));
        replayer.step(NOW);

        assertThat(heard.sendingMissed).isEmpty();
        assertThat(heard.finished).hasSize(1);
    }

    @Test
    void to_a_deactivated_endpoint_it_fails() {
        store.failed(1, TO);
        Replayer after =
                replayer(
                        ReplaySamples.directory(
                                TO.withState(EndpointState.DEACTIVATED, null, NOW)));
        after.begin(replay(1, FAILED));

        after.step(NOW);

        assertThat(heard.finished.getFirst().error()).isEqualTo("endpoint-deactivated");
        assertThat(store.replays().unfinished()).isEmpty();
        assertThat(store.heard().asked()).isEmpty();
    }

    @Test
    void it_waits_while_its_endpoint_is_full() {
        store.failed(1, TO);
        replayer.begin(replay(1, FAILED));
        full.pending(TO.id(), 10);

        long next = replayer.step(NOW);
        assertThat(next).isEqualTo(NOW + 1_000);
        assertThat(store.heard().asked()).isEmpty();
        full.pending(TO.id(), 9);
        replayer.step(next);

        assertThat(heard.finished.getFirst().counts())
                .isEqualTo(new ReplayCounts(false, 0, 1, 0, 0));
    }

    @Test
    void a_count_waits_for_nobody() {
        store.failed(1, TO);
        full.pending(TO.id(), 10);
        replayer.begin(replay(1, dry(FAILED)));

        replayer.step(NOW);

        assertThat(heard.finished.getFirst().counts().counted()).isOne();
    }

    @Test
    void one_of_many_endpoints_passes_by_those_that_are_full() {
        store.failed(2, TO);
        store.failed(3, OTHER);
        full.pending(TO.id(), 10);
        replayer.begin(replay(1, plan(null, ReplayStage.FAILED)));

        replayer.step(NOW);

        assertThat(heard.finished.getFirst().counts())
                .isEqualTo(new ReplayCounts(false, 0, 3, 0, 2));
    }

    @Test
    void one_at_a_time_of_an_endpoint_but_for_counts() {
        assertThat(replayer.begin(replay(1, FAILED))).isNull();

        assertThat(replayer.begin(replay(2, MISSED))).isEqualTo(new ReplayRefusal.OneIsUnderWay());
        assertThat(replayer.begin(replay(3, dry(MISSED)))).isNull();
        assertThat(store.replays().unfinished()).hasSize(2);
    }

    @Test
    void an_organisation_has_so_many_under_way_at_once() {
        ReplayPlan anywhere = plan(null, ReplayStage.FAILED);
        for (int i = 0; i < Replayer.MOST_EACH; i++) {
            assertThat(replayer.begin(replay(i, anywhere))).isNull();
        }

        assertThat(replayer.begin(replay(9, anywhere)))
                .isEqualTo(new ReplayRefusal.TooMany(Replayer.MOST_EACH));
        replayer.step(NOW);
        assertThat(replayer.begin(replay(9, anywhere))).isNull();
    }

    @Test
    void a_slice_that_was_not_written_is_done_again() {
        store.failed(2, TO);
        replayer.begin(replay(1, FAILED));
        store.replays().next(Mood.LOSES_THE_COMMIT);

        assertThatThrownBy(() -> replayer.step(NOW)).hasMessage("the disk is full");
        assertThat(replayer.step(NOW)).isEqualTo(NOW + 1_000);
        replayer.step(NOW + 1_000);

        assertThat(heard.finished.getFirst().counts())
                .isEqualTo(new ReplayCounts(false, 0, 2, 0, 0));
    }

    @Test
    void a_slice_that_was_written_unheard_is_not_done_again() {
        store.failed(Replayer.SLICE + 1, TO);
        replayer.begin(replay(1, FAILED));
        store.replays().next(Mood.LOSES_THE_ANSWER);

        assertThatThrownBy(() -> replayer.step(NOW)).hasMessage("the disk is gone");
        replayer.step(NOW + 1_000);

        assertThat(heard.finished.getFirst().counts())
                .isEqualTo(new ReplayCounts(false, 0, Replayer.SLICE + 1, 0, 0));
    }

    @Test
    void an_end_that_was_written_unheard_is_told() {
        store.failed(1, TO);
        replayer.begin(replay(1, FAILED));
        store.replays().next(Mood.LOSES_THE_ANSWER);

        assertThatThrownBy(() -> replayer.step(NOW)).hasMessage("the disk is gone");

        assertThat(heard.finished.getFirst().counts())
                .isEqualTo(new ReplayCounts(false, 0, 1, 0, 0));
        assertThat(replayer.step(NOW)).isEqualTo(Replayer.NEVER);
    }

    @Test
    void while_the_store_cannot_be_read_either_it_tries_again() {
        store.failed(Replayer.SLICE + 1, TO);
        replayer.begin(replay(1, FAILED));
        store.replays().next(Mood.LOSES_THE_ANSWER_AND_CANNOT_BE_READ);

        assertThatThrownBy(() -> replayer.step(NOW)).hasMessage("the disk is gone");
        assertThatThrownBy(() -> replayer.step(NOW + 1_000))
                .hasMessageStartingWith("it is not where it was");
        replayer.step(NOW + 2_000);

        assertThat(heard.finished.getFirst().counts())
                .isEqualTo(new ReplayCounts(false, 0, Replayer.SLICE + 1, 0, 0));
    }
}
