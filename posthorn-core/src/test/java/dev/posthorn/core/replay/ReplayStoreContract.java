package dev.posthorn.core.replay;

import static dev.posthorn.core.replay.ReplaySamples.OTHER;
import static dev.posthorn.core.replay.ReplaySamples.TO;
import static dev.posthorn.core.replay.ReplaySamples.plan;
import static dev.posthorn.core.replay.ReplaySamples.replay;
import static dev.posthorn.core.store.StoreSamples.NOW;
import static dev.posthorn.core.store.StoreSamples.ORGANISATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.DeliveryFilter;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.core.log.EventFilter;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.routing.FullEndpoints;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.task.ReplayCounts;
import dev.posthorn.core.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link ReplayStore} promises. */
public interface ReplayStoreContract {
    ReplaysUnderTest open();

    @Test
    default void what_was_begun_is_found_again_field_for_field_and_oldest_first() {
        Replay bare = replay(1, plan(TO.id(), ReplayStage.MISSED));
        Replay full =
                replay(
                        2,
                        new ReplayPlan(
                                ORGANISATION,
                                OTHER.id(),
                                new EventId(77),
                                "user.updated",
                                new TimeRange(5, 6),
                                List.of(ReplayStage.values()),
                                2.5,
                                Trigger.RESEND,
                                true));
        try (ReplaysUnderTest store = open()) {
            store.replays().begin(full);
            store.replays().begin(bare);
            assertThat(store.log().task(bare.task().id())).contains(bare.task());

            try (ReplaysUnderTest later = store.reopened()) {
                assertThat(later.replays().unfinished()).containsExactly(bare, full);
            }
        }
    }

    @Test
    default void a_slice_its_position_and_its_task_are_written_together() {
        try (ReplaysUnderTest store = open()) {
            store.save(new Change.EndpointChange(TO));
            PendingDelivery failed = store.failed(1, TO).getFirst();
            Replay before = replay(1, plan(TO.id(), ReplayStage.FAILED));
            store.replays().begin(before);
            Replay then = moved(before);

            List<CommandAnswer> heardWithin = new ArrayList<>();
            Replay after =
                    store.replays()
                            .advance(
                                    before,
                                    List.of(resend(failed)),
                                    answers -> {
                                        heardWithin.addAll(answers);
                                        return then;
                                    },
                                    NOW + 5);

            assertThat(after).isEqualTo(then);
            assertThat(store.replays().unfinished()).containsExactly(then);
            assertThat(store.log().task(then.task().id())).contains(then.task());
            assertThat(state(store, failed)).isEqualTo(DeliveryState.PENDING);
            assertThat(store.heard().asked()).isEqualTo(heardWithin).hasSize(1);
        }
    }

    @Test
    default void a_slice_of_a_replay_that_has_gone_on_changes_nothing() {
        try (ReplaysUnderTest store = open()) {
            store.save(new Change.EndpointChange(TO));
            PendingDelivery failed = store.failed(1, TO).getFirst();
            Replay before = replay(1, plan(TO.id(), ReplayStage.FAILED));
            store.replays().begin(before);
            Replay then = moved(before);
            store.replays().advance(before, List.of(), _ -> then, NOW);

            assertThatThrownBy(() ->
                            store.replays()
                                    .advance(before, List.of(resend(failed)), _ -> then, NOW))
                    .isInstanceOf(RuntimeException.class);

            assertThat(state(store, failed)).isEqualTo(DeliveryState.FAILED);
            assertThat(store.heard().asked()).isEmpty();
            assertThat(store.replays().unfinished()).containsExactly(then);
        }
    }

    @Test
    default void one_that_is_done_leaves_its_task_alone() {
        try (ReplaysUnderTest store = open()) {
            Replay before = replay(1, plan(TO.id(), ReplayStage.FAILED));
            store.replays().begin(before);
            Replay done = before.failed("endpoint-deactivated", NOW + 5);

            store.replays().advance(before, List.of(), _ -> done, NOW + 5);

            assertThat(store.replays().unfinished()).isEmpty();
            assertThat(store.log().task(done.task().id())).contains(done.task());
            assertThat(done.task().state()).isEqualTo(Task.State.FAILED);
        }
    }

    /** The node ends after every slice: nothing is skipped, nothing is done twice. */
    @Test
    default void a_replay_goes_on_where_it_was_after_every_restart() {
        int failed = 2 * Replayer.SLICE + 10;
        int missed = Replayer.SLICE + 10;
        ReplaysUnderTest store = open();
        store.save(new Change.EndpointChange(TO));
        store.failed(failed, TO);
        store.missed(missed);
        HeardReplays heard = new HeardReplays();
        store.replays().begin(replay(1, plan(TO.id(), ReplayStage.FAILED, ReplayStage.MISSED)));

        int lives = 0;
        for (long nowMs = NOW; heard.finished.isEmpty() && lives < 20; nowMs += 1_000) {
            store = store.reopened();
            lives++;
            Replayer replayer = replayer(store, heard);
            replayer.resume();
            replayer.step(nowMs);
        }

        assertThat(heard.finished).hasSize(1);
        assertThat(heard.finished.getFirst().counts())
                .isEqualTo(new ReplayCounts(false, 0, failed, missed, 0));
        assertThat(heard.sendingMissed).hasSize(1);
        assertThat(lives).isEqualTo(5);
        List<DeliverySummary> pending = pending(store);
        assertThat(pending).hasSize(failed + missed);
        assertThat(pending.stream().map(DeliverySummary::event).distinct())
                .hasSize(failed + missed);
        store.close();
    }

    @Test
    default void an_event_is_found_by_the_state_of_what_was_made_for_it_later() {
        try (ReplaysUnderTest store = open()) {
            store.save(new Change.EndpointChange(TO));
            store.missed(3);
            assertThat(events(store, EventSummary.State.DELIVERED)).hasSize(3);
            store.replays().begin(replay(1, plan(TO.id(), ReplayStage.MISSED)));

            Replayer replayer = replayer(store, new HeardReplays());
            replayer.resume();
            replayer.step(NOW);

            assertThat(events(store, EventSummary.State.PENDING))
                    .hasSize(3)
                    .allMatch(event -> event.state() == EventSummary.State.PENDING);
            assertThat(events(store, EventSummary.State.DELIVERED)).isEmpty();
        }
    }

    private static List<EventSummary> events(ReplaysUnderTest store, EventSummary.State state) {
        EventFilter filter =
                new EventFilter(ORGANISATION, null, null, state, null, TimeRange.ALWAYS);
        return store.log().events(filter, PageRequest.newest(10)).rows();
    }

    private static Replayer replayer(ReplaysUnderTest store, ReplayListener listener) {
        return new Replayer(
                store.replays(),
                store.log(),
                ReplaySamples.directory(TO),
                FullEndpoints.never(),
                listener);
    }

    private static List<DeliverySummary> pending(ReplaysUnderTest store) {
        DeliveryFilter filter =
                new DeliveryFilter(
                        ORGANISATION, TO.id(), null, DeliveryState.PENDING, null, TimeRange.ALWAYS);
        return store.log()
                .deliveries(filter, new PageRequest(PageRequest.MAX_LIMIT, 0, 0, true))
                .rows();
    }

    private static DeliveryState state(ReplaysUnderTest store, PendingDelivery delivery) {
        return store.log().delivery(delivery.id()).orElseThrow().state();
    }

    private static DeliveryCommand resend(PendingDelivery delivery) {
        return new DeliveryCommand.Resend(
                delivery.id(), Trigger.REPLAY, Ordering.NONE, Set.of(DeliveryState.FAILED));
    }

    private static Replay moved(Replay before) {
        Task counted = before.task().started(NOW).counting(new ReplayCounts(false, 0, 1, 0, 0));
        return new Replay(counted, before.plan(), 0, 99);
    }
}
