package dev.posthorn.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.SampleEndpoint;
import dev.posthorn.core.event.OperationalType;
import dev.posthorn.core.health.HealthWatch.Observed;
import dev.posthorn.core.statistics.SampleSettlements;
import dev.posthorn.core.statistics.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthWatchTest {
    private static final long START = 1_774_000_800_000L;
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final Endpoint ENDPOINT = SampleEndpoint.endpoint(9).build();
    private static final SampleSettlements OF = new SampleSettlements(ENDPOINT.id());

    private final List<Occurrence> occurrences = new ArrayList<>();
    private HealthWatch watch = watch(List.of());
    private long nowMs = START;

    private HealthWatch watch(List<EndpointHealth> stored) {
        return new HealthWatch(
                new HealthRules(Duration.ofDays(5)), stored, List.of(ENDPOINT), occurrences::add);
    }

    private List<OperationalType> told() {
        return occurrences.stream().map(Occurrence::type).toList();
    }

    private void fails(long afterMs) {
        nowMs += afterMs;
        watch.settled(List.of(OF.failed(5)), nowMs);
    }

    private void retries(long afterMs) {
        nowMs += afterMs;
        watch.settled(List.of(OF.retried(1, 503)), nowMs);
    }

    private void arrives(int attempt) {
        watch.settled(List.of(OF.delivered(attempt)), nowMs);
    }

    private boolean givesUp() {
        return watch.take().givenUp().equals(List.of(ENDPOINT.id()));
    }

    @Test
    void hands_out_what_it_counted_once() {
        arrives(1);
        arrives(1);
        Tally two = new Tally();
        two.add(OF.delivered(1));
        two.add(OF.delivered(1));
        assertThat(watch.take())
                .isEqualTo(new Observed(Map.of(ENDPOINT.id(), two), List.of(), List.of()));
        assertThat(watch.take()).isEqualTo(new Observed(Map.of(), List.of(), List.of()));
    }

    @Test
    void is_failing_after_an_hour_of_nothing_but_failures_and_says_so_once() {
        retries(0);
        retries(HOUR - 1);
        assertThat(told()).isEmpty();
        retries(1);
        retries(HOUR);
        assertThat(told()).containsExactly(OperationalType.FAILING);
        assertThat(occurrences.getFirst().streak())
                .isEqualTo(new FailureStreak(START, START + HOUR, 0, 0, -1, true));
    }

    @Test
    void is_not_failing_when_something_arrived_in_between() {
        retries(0);
        retries(HOUR - 1);
        arrives(1);
        retries(HOUR);
        assertThat(told()).isEmpty();
    }

    @Test
    void gives_up_after_five_days_with_ten_failed_deliveries_on_three_days() {
        fails(0);
        for (int i = 0; i < 9; i++) {
            fails(DAY / 2);
        }
        assertThat(givesUp()).isFalse();
        fails(DAY / 2);
        assertThat(givesUp()).isTrue();
    }

    @Test
    void does_not_give_up_on_too_few_deliveries() {
        for (int i = 0; i < 9; i++) {
            fails(DAY);
        }
        assertThat(givesUp()).isFalse();
        retries(DAY);
        assertThat(givesUp()).isFalse();
        fails(0);
        assertThat(givesUp()).isTrue();
    }

    @Test
    void does_not_give_up_on_too_few_days() {
        for (int i = 0; i < 20; i++) {
            fails(0);
        }
        nowMs += 8 * DAY;
        fails(0);
        assertThat(givesUp()).isFalse();
        fails(DAY);
        assertThat(givesUp()).isTrue();
    }

    @Test
    void begins_anew_when_something_arrives() {
        for (int i = 0; i < 9; i++) {
            fails(DAY);
        }
        arrives(1);
        fails(DAY);
        assertThat(givesUp()).isFalse();
        assertThat(watch.health(ENDPOINT.id()).streak())
                .isEqualTo(FailureStreak.begunAt(nowMs).failed(nowMs, true));
    }

    @Test
    void begins_anew_when_the_endpoint_is_valid_again() {
        for (int i = 0; i < 10; i++) {
            fails(DAY);
        }
        assertThat(givesUp()).isTrue();
        watch.changed(in(EndpointState.INVALID), nowMs);
        fails(DAY);
        assertThat(givesUp()).isFalse();
        watch.changed(in(EndpointState.VALID), nowMs);
        fails(DAY);
        assertThat(givesUp()).isFalse();
    }

    @Test
    void goes_on_after_a_restart() {
        for (int i = 0; i < 9; i++) {
            fails(DAY);
        }
        watch = watch(watch.take().changed());
        fails(0);
        assertThat(givesUp()).isTrue();
    }

    @Test
    void tells_of_a_delivery_that_failed_for_good_and_of_the_next_that_arrives() {
        fails(0);
        arrives(1);
        arrives(1);
        DeliveryFacts failed = occurrences.getFirst().delivery();
        assertThat(told())
                .containsExactly(
                        OperationalType.DELIVERY_FAILED, OperationalType.DELIVERY_RECOVERED);
        assertThat(failed)
                .isEqualTo(
                        DeliveryFacts.of(
                                OF.failed(5), OF.failed(5).event(), OF.failed(5).attempt()));
        assertThat(failed.reason()).isEqualTo("schedule-used-up");
    }

    @Test
    void tells_of_a_delivery_that_arrives_after_failing() {
        retries(0);
        arrives(2);
        assertThat(told()).containsExactly(OperationalType.DELIVERY_RECOVERED);
    }

    @Test
    void says_nothing_of_deliveries_that_just_arrive() {
        arrives(1);
        retries(0);
        arrives(1);
        assertThat(told()).isEmpty();
    }

    @Test
    void tells_of_each_change_of_state_but_that_to_new() {
        watch.changed(in(EndpointState.VALID), nowMs);
        watch.changed(in(EndpointState.NEW), nowMs);
        watch.changed(in(EndpointState.INVALID), nowMs);
        watch.changed(in(EndpointState.INVALID), nowMs);
        watch.changed(in(EndpointState.VALID), nowMs);
        watch.changed(in(EndpointState.DEACTIVATED), nowMs);
        assertThat(told())
                .containsExactly(
                        OperationalType.INVALID,
                        OperationalType.VALID,
                        OperationalType.DEACTIVATED);
    }

    @Test
    void failures_of_operational_events_are_counted_and_cause_nothing() {
        SampleSettlements own = new SampleSettlements(ENDPOINT.id(), "delivery.failed");
        for (int i = 0; i < 20; i++) {
            nowMs += DAY;
            watch.settled(List.of(own.failed(5), own.delivered(2)), nowMs);
        }
        Observed seen = watch.take();
        assertThat(told()).isEmpty();
        assertThat(seen.givenUp()).isEmpty();
        assertThat(seen.changed()).isEmpty();
        assertThat(seen.counted().get(ENDPOINT.id()).attempts()).isEqualTo(40);
    }

    @Test
    void counts_what_is_missed_until_it_is_sent() {
        watch.missed(ENDPOINT.id(), 2, START);
        watch.missed(ENDPOINT.id(), 3, START + 5);
        EndpointHealth missing = new EndpointHealth(ENDPOINT.id(), null, new Missed(5, START));
        assertThat(watch.health(ENDPOINT.id())).isEqualTo(missing);
        assertThat(watch.take().changed()).containsExactly(missing);
        watch.missedWasSent(ENDPOINT.id());
        assertThat(watch.take().changed()).containsExactly(EndpointHealth.good(ENDPOINT.id()));
    }

    private static Endpoint in(EndpointState state) {
        return SampleEndpoint.endpoint(9).in(state).build();
    }
}
