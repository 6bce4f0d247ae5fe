package dev.posthorn.core.replay;

import static dev.posthorn.core.replay.ReplaySamples.OTHER;
import static dev.posthorn.core.replay.ReplaySamples.TO;
import static dev.posthorn.core.replay.ReplaySamples.plan;
import static dev.posthorn.core.replay.ReplaySamples.replay;
import static dev.posthorn.core.replay.ReplaySamples.within;
import static dev.posthorn.core.store.StoreSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.delivery.DeliveryCommand.Make;
import dev.posthorn.core.delivery.DeliveryCommand.Resend;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.routing.FullEndpoints;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.StoreSamples;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SliceReaderTest {
    private static final int MOST = 10;

    private final InMemoryReplays store = new InMemoryReplays();
    private final SliceReader reader = reader(TO, OTHER);

    private SliceReader reader(Endpoint... endpoints) {
        return new SliceReader(
                store.log(), ReplaySamples.directory(endpoints), FullEndpoints.never());
    }

    @Test
    void a_delivery_is_sent_again_in_the_order_of_its_endpoint_if_it_stands_as_it_stood() {
        PendingDelivery one = store.failed(1, TO).getFirst();
        PendingDelivery ordered = store.failed(1, OTHER).getFirst();

        assertThat(read(plan(null, ReplayStage.FAILED)))
                .isEqualTo(
                        new ReplaySlice(
                                List.of(
                                        resend(one, Ordering.NONE, DeliveryState.FAILED),
                                        resend(ordered, Ordering.FIFO, DeliveryState.FAILED)),
                                0,
                                0,
                                true));
    }

    @Test
    void one_that_ended_stands_in_any_state_but_pending() {
        PendingDelivery delivered = ended(new Verdict.Delivered(NOW));
        PendingDelivery failed = ended(new Verdict.Failed(NOW, "schedule-used-up"));
        PendingDelivery cutOff = ended(cancelled(Verdict.ENDPOINT_DEACTIVATED));
        ended(cancelled(Verdict.ON_REQUEST));
        store.accept(List.of(store.samples().event(TO)));

        assertThat(read(plan(TO.id(), ReplayStage.ENDED)).commands())
                .extracting(command -> ((Resend) command).delivery())
                .containsExactly(delivered.id(), failed.id(), cutOff.id());
        assertThat(read(plan(TO.id(), ReplayStage.ENDED)).commands())
                .extracting(command -> ((Resend) command).from())
                .containsOnly(
                        Set.of(
                                DeliveryState.DELIVERED,
                                DeliveryState.FAILED,
                                DeliveryState.CANCELLED));
    }

    @Test
    void what_a_deactivation_cut_off_is_told_from_what_someone_cancelled() {
        PendingDelivery cutOff = ended(cancelled(Verdict.ENDPOINT_DEACTIVATED));
        PendingDelivery asked = ended(cancelled(Verdict.ON_REQUEST));

        assertThat(read(plan(TO.id(), ReplayStage.CUT_OFF)).commands())
                .containsExactly(resend(cutOff, Ordering.NONE, DeliveryState.CANCELLED));
        assertThat(read(plan(TO.id(), ReplayStage.CANCELLED)).commands())
                .containsExactly(
                        resend(cutOff, Ordering.NONE, DeliveryState.CANCELLED),
                        resend(asked, Ordering.NONE, DeliveryState.CANCELLED));
    }

    @Test
    void a_slice_ends_before_what_it_has_no_room_for_and_the_next_begins_there() {
        List<PendingDelivery> failed = store.failed(MOST + 1, TO);
        Replay replay = replay(1, plan(TO.id(), ReplayStage.FAILED));

        ReplaySlice first = reader.read(replay, MOST);
        assertThat(first.commands()).hasSize(MOST);
        assertThat(first.endsStage()).isFalse();
        ReplaySlice second =
                reader.read(new Replay(replay.task(), replay.plan(), 0, first.after()), MOST);

        assertThat(second.commands())
                .containsExactly(resend(failed.getLast(), Ordering.NONE, DeliveryState.FAILED));
        assertThat(second.endsStage()).isTrue();
    }

    @Test
    void a_page_full_of_what_is_not_meant_is_passed() {
        for (int i = 0; i < SliceReader.LOOKED_AT; i++) {
            ended(cancelled(Verdict.ON_REQUEST));
        }
        PendingDelivery cutOff = ended(cancelled(Verdict.ENDPOINT_DEACTIVATED));
        Replay replay = replay(1, plan(TO.id(), ReplayStage.CUT_OFF));

        ReplaySlice first = reader.read(replay, MOST);
        assertThat(first.commands()).isEmpty();
        assertThat(first.endsStage()).isFalse();

        Replay then = new Replay(replay.task(), replay.plan(), 0, first.after());
        assertThat(reader.read(then, MOST).commands())
                .containsExactly(resend(cutOff, Ordering.NONE, DeliveryState.CANCELLED));
    }

    @Test
    void what_belongs_to_a_deactivated_endpoint_is_skipped_and_counted() {
        store.failed(2, TO);
        store.failed(1, OTHER);
        SliceReader after = reader(TO.withState(EndpointState.DEACTIVATED, null, NOW), OTHER);

        ReplaySlice slice = after.read(replay(1, plan(null, ReplayStage.FAILED)), MOST);

        assertThat(slice.commands()).hasSize(1);
        assertThat(slice.skipped()).isEqualTo(2);
    }

    @Test
    void what_was_missed_is_what_would_go_there_and_never_did() {
        AcceptedEvent missed = store.missed(1).getFirst();
        store.failed(1, TO);

        assertThat(read(plan(TO.id(), ReplayStage.MISSED)))
                .isEqualTo(
                        new ReplaySlice(
                                List.of(new Make(missed.event().id(), TO.id(), Ordering.NONE)),
                                0,
                                0,
                                true));
    }

    @Test
    void nothing_was_missed_by_an_endpoint_that_is_not_meant() {
        store.missed(3);

        assertThat(read(plan(OTHER.id(), ReplayStage.MISSED)).commands()).isEmpty();
    }

    @Test
    void what_was_missed_is_made_in_slices_too() {
        store.missed(MOST + 1);
        Replay replay = replay(1, plan(TO.id(), ReplayStage.MISSED));

        ReplaySlice first = reader.read(replay, MOST);
        Replay then = new Replay(replay.task(), replay.plan(), 0, first.after());

        assertThat(first.commands()).hasSize(MOST);
        assertThat(reader.read(then, MOST).commands()).hasSize(1);
    }

    @Test
    void a_window_is_of_when_things_were_accepted() {
        store.failed(1, TO);
        store.missed(1);
        TimeRange before = new TimeRange(0, NOW - 1);

        assertThat(read(within(before, plan(TO.id(), ReplayStage.FAILED))).commands()).isEmpty();
        assertThat(read(within(before, plan(TO.id(), ReplayStage.MISSED))).commands()).isEmpty();
    }

    private ReplaySlice read(ReplayPlan plan) {
        return reader.read(replay(1, plan), MOST);
    }

    private PendingDelivery ended(Verdict verdict) {
        AcceptedEvent event = store.samples().event(TO);
        PendingDelivery delivery = event.deliveries().getFirst();
        store.accept(List.of(event));
        store.settle(
                List.of(
                        verdict instanceof Verdict.Cancelled
                                ? StoreSamples.withoutAttempt(delivery, verdict)
                                : StoreSamples.settlement(delivery, verdict)));
        return delivery;
    }

    private static Verdict cancelled(String reason) {
        return new Verdict.Cancelled(NOW, reason);
    }

    private static DeliveryCommand resend(
            PendingDelivery delivery, Ordering ordering, DeliveryState from) {
        return new Resend(delivery.id(), Trigger.REPLAY, ordering, Set.of(from));
    }
}
