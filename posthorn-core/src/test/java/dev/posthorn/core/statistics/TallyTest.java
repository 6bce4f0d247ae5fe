package dev.posthorn.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.EndpointId;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final SampleSettlements OF = new SampleSettlements(new EndpointId(9));

    private final Tally tally = new Tally();

    @Test
    void counts_deliveries_by_how_they_ended_and_attempts_by_what_came_back() {
        tally.add(OF.delivered(1));
        tally.add(OF.delivered(3));
        tally.add(OF.retried(1, 404));
        tally.add(OF.timedOut(2));
        tally.add(OF.failed(5));
        tally.add(OF.cancelled());
        tally.add(Count.MISSED, 4);
        assertThat(tally)
                .hasToString(
                        "{DELIVERED=2, FAILED=1, CANCELLED=1, MISSED=4, RETRIES=3, NO_ANSWER=1,"
                                + " STATUS_1XX=0, STATUS_2XX=2, STATUS_3XX=0, STATUS_4XX=1,"
                                + " STATUS_5XX=1, WAITING=0}");
        assertThat(tally.attempts()).isEqualTo(5);
        assertThat(tally.successRate()).hasValue(0.4);
    }

    @Test
    void has_no_success_rate_without_attempts() {
        tally.add(OF.cancelled());
        assertThat(tally.successRate()).isEmpty();
    }

    @Test
    void measures_only_what_was_answered() {
        tally.add(OF.timedOut(1));
        assertThat(tally.latency().micros(0.5)).isEmpty();
        tally.add(OF.retried(2, 500));
        assertThat(tally.latency().micros(0.5)).isPresent();
    }

    @Test
    void counts_a_status_http_does_not_know_as_the_receivers_fault() {
        tally.add(OF.retried(1, 799));
        assertThat(tally.get(Count.STATUS_5XX)).isEqualTo(1);
    }

    @Test
    void adds_up() {
        tally.add(OF.delivered(1));
        Tally other = new Tally();
        other.add(OF.failed(2));
        tally.add(other);
        Tally both = new Tally();
        both.add(OF.delivered(1));
        both.add(OF.failed(2));
        assertThat(tally).isEqualTo(both);
    }
}
