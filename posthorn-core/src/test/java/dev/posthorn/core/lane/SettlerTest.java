package dev.posthorn.core.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.endpoint.SampleEndpoint;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.profile.OutgoingRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The schedule of {@link SampleLane#rules} is ricloud's: 1 and 10 minutes, 1 and 3 hours. */
class SettlerTest {
    private static final long STARTED = Rows.NOW;
    private static final long ANSWERED = Rows.NOW + 40;
    private static final OutgoingRequest REQUEST =
            new OutgoingRequest(
                    "POST",
                    "https://receiver.example.com",
                    new String[0],
                    "abc".getBytes(StandardCharsets.US_ASCII));

    /** Of {@code abc}, from FIPS 180-2. */
    private static final byte[] SHA256 =
            HexFormat.of()
                    .parseHex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    @Test
    void a_2xx_delivers_and_the_attempt_is_written_down() {
        PendingDelivery delivery = delivery(0, 0, 0);
        Exchange exchange = exchange(new AttemptOutcome.Delivered(204));

        Settlement settlement = settle(delivery, exchange, Ordering.NONE);

        assertThat(settlement)
                .usingRecursiveComparison()
                .isEqualTo(
                        new Settlement(
                                delivery.id(),
                                delivery.endpoint(),
                                0,
                                0,
                                new Verdict.Delivered(ANSWERED),
                                new AttemptRecord(
                                        1, Trigger.SCHEDULED, STARTED, 7, SHA256, exchange),
                                EVENT));
    }

    @Test
    void a_failure_is_due_again_after_the_schedule_s_wait() {
        Settlement settlement = settle(delivery(1, 0, 0), failed(), Ordering.NONE);

        long dueMs = ANSWERED + 600_000;
        assertThat(settlement.verdict()).isEqualTo(new Verdict.Retry(dueMs, dueMs));
        assertThat(settlement.attemptsBefore()).isEqualTo(1);
    }

    @Test
    void a_retry_keeps_its_place_in_an_ordered_lane() {
        PendingDelivery delivery = delivery(1, 0, 0);

        assertThat(settle(delivery, failed(), Ordering.FIFO).verdict())
                .isEqualTo(new Verdict.Retry(ANSWERED + 600_000, delivery.id().seq()));
        assertThat(settle(delivery, failed(), Ordering.ENTITY).verdict())
                .isEqualTo(new Verdict.Retry(ANSWERED + 600_000, delivery.id().seq()));
    }

    @Test
    void the_last_failure_of_the_schedule_fails_the_delivery() {
        assertThat(settle(delivery(4, 0, 0), failed(), Ordering.NONE).verdict())
                .isEqualTo(new Verdict.Failed(ANSWERED, "schedule-used-up"));
    }

    @Test
    void a_resend_begins_the_schedule_anew() {
        Settlement settlement = settle(delivery(5, 1, 5), failed(), Ordering.NONE);

        assertThat(settlement.verdict())
                .isEqualTo(new Verdict.Retry(ANSWERED + 60_000, ANSWERED + 60_000));
        assertThat(settlement.round()).isEqualTo(1);
        assertThat(settlement.attempt().number()).isEqualTo(6);
        assertThat(settlement.attempt().trigger()).isEqualTo(Trigger.RESEND);
    }

    @Test
    void a_payload_that_is_gone_fails_without_an_attempt() {
        PendingDelivery delivery = delivery(2, 0, 0);

        assertThat(new Settler(new Random(1)).payloadGone(delivery, ANSWERED))
                .isEqualTo(
                        new Settlement(
                                delivery.id(),
                                delivery.endpoint(),
                                2,
                                0,
                                new Verdict.Failed(ANSWERED, "payload-gone"),
                                null));
    }

    @Test
    void a_failure_ends_what_is_to_be_cancelled() {
        assertThat(settle(delivery(0, 0, 0), failed(), Ordering.NONE, true).verdict())
                .isEqualTo(new Verdict.Cancelled(ANSWERED, "cancelled"));
    }

    @Test
    void a_success_delivers_what_was_to_be_cancelled() {
        Exchange delivered = exchange(new AttemptOutcome.Delivered(200));

        assertThat(settle(delivery(0, 0, 0), delivered, Ordering.NONE, true).verdict())
                .isEqualTo(new Verdict.Delivered(ANSWERED));
    }

    private static Settlement settle(
            PendingDelivery delivery, Exchange exchange, Ordering ordering) {
        return settle(delivery, exchange, ordering, false);
    }

    private static Settlement settle(
            PendingDelivery delivery, Exchange exchange, Ordering ordering, boolean cancelAsked) {
        LaneRules rules = SampleLane.rules(SampleEndpoint.endpoint(1).revision(7).build());
        return new Settler(new Random(1))
                .settle(
                        new Sent(delivery, EVENT, REQUEST, rules, STARTED),
                        exchange,
                        ordering,
                        cancelAsked,
                        ANSWERED);
    }

    private static final Event EVENT =
            Objects.requireNonNull(Rows.of(Ordering.NONE).row(1).event());

    private static PendingDelivery delivery(int attempts, int round, int roundBase) {
        PendingDelivery row = Rows.of(Ordering.NONE).row(1);
        return new PendingDelivery(
                row.id(),
                row.endpoint(),
                row.eventId(),
                row.event(),
                row.dueMs(),
                row.order(),
                attempts,
                round,
                roundBase,
                0,
                round == 0 ? Trigger.SCHEDULED : Trigger.RESEND);
    }

    private static Exchange failed() {
        return exchange(new AttemptOutcome.Rejected(500, null));
    }

    private static Exchange exchange(AttemptOutcome outcome) {
        return new Exchange(outcome, null, new Timings(-1, -1, -1, 1, 1), null, null);
    }
}
