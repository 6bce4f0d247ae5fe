package dev.posthorn.server.sqlite.write;

import static dev.posthorn.core.store.StoreSamples.NOW;
import static dev.posthorn.core.store.StoreSamples.retried;
import static dev.posthorn.core.store.StoreSamples.settlement;
import static dev.posthorn.core.store.StoreSamples.withoutAttempt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.StoreSamples;
import dev.posthorn.server.store.row.AttemptCodec;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where verdicts and attempts end up; that they apply once is the journal's contract. */
class SettleDeliveriesTest {
    private static final Endpoint TO = StoreSamples.endpoint(1, Ordering.NONE);
    private static final String DELIVERY =
            "SELECT state, attempts, closed, reason, status, error, detail IS NULL FROM delivery";

    @TempDir private Path folder;
    private SteppedWriter writer;

    @BeforeEach
    void open() throws SQLException {
        writer = new SteppedWriter(folder.resolve("posthorn.db"));
    }

    @AfterEach
    void close() throws SQLException {
        writer.close();
    }

    @Test
    void a_first_attempt_lives_in_its_delivery() throws SQLException {
        Settlement settlement = settlement(accepted(), new Verdict.Delivered(NOW + 7));
        write(settlement);

        assertThat(writer.query(DELIVERY)).containsExactly("1|1|" + (NOW + 7) + "|null|200|null|0");
        assertThat(AttemptCodec.decode(writer.bytes("SELECT detail FROM delivery")))
                .usingRecursiveComparison()
                .isEqualTo(settlement.attempt());
        assertThat(writer.query("SELECT * FROM attempt")).isEmpty();
    }

    @Test
    void a_failed_first_attempt_lives_there_too_and_stays() throws SQLException {
        PendingDelivery delivery = accepted();
        Verdict.Retry retry = new Verdict.Retry(NOW + 5_000, NOW + 5_000);
        write(settlement(delivery, retry));
        write(settlement(retried(delivery, retry), new Verdict.Failed(NOW + 9, "status-stops")));

        assertThat(writer.query(DELIVERY))
                .containsExactly("2|2|" + (NOW + 9) + "|status-stops|500|null|0");
        assertThat(AttemptCodec.decode(writer.bytes("SELECT detail FROM delivery")).number())
                .isEqualTo(1);
        assertThat(writer.query("SELECT delivery, number, endpoint, event, type FROM attempt"))
                .containsExactly(
                        delivery.id().seq()
                                + "|2|"
                                + TO.id().seq()
                                + "|"
                                + delivery.eventId().seq()
                                + "|null");
        assertThat(AttemptCodec.decode(writer.bytes("SELECT detail FROM attempt")).number())
                .isEqualTo(2);
    }

    @Test
    void a_first_attempt_that_left_late_has_a_row_of_its_own() throws SQLException {
        Settlement settlement =
                startedAt(settlement(accepted(), new Verdict.Delivered(NOW)), NOW + 2_001);
        write(settlement);

        assertThat(writer.query(DELIVERY)).containsExactly("1|1|" + NOW + "|null|200|null|1");
        assertThat(AttemptCodec.decode(writer.bytes("SELECT detail FROM attempt")))
                .usingRecursiveComparison()
                .isEqualTo(settlement.attempt());
    }

    @Test
    void an_attempt_has_the_number_of_its_own_after_all_others() throws SQLException {
        PendingDelivery delivery = accepted();
        write(startedAt(settlement(delivery, new Verdict.Delivered(NOW)), NOW + 9_000));

        assertThat(Long.parseLong(writer.query("SELECT seq FROM attempt").getFirst()))
                .isGreaterThan(delivery.id().seq() + 1);
    }

    @Test
    void a_repeated_settlement_leaves_one_attempt() throws SQLException {
        Settlement settlement =
                startedAt(settlement(accepted(), new Verdict.Delivered(NOW)), NOW + 9_000);
        write(settlement);
        write(settlement);

        assertThat(writer.query("SELECT number FROM attempt")).containsExactly("1");
    }

    @Test
    void a_late_success_is_kept_with_its_attempt() throws SQLException {
        PendingDelivery delivery = accepted();
        write(settlement(delivery, new Verdict.Retry(NOW + 1, NOW + 1)));
        write(settlement(delivery, new Verdict.Delivered(NOW + 2)));

        assertThat(writer.query("SELECT state, attempts, status FROM delivery"))
                .containsExactly("1|1|200");
        assertThat(writer.query("SELECT number FROM attempt")).containsExactly("1");
    }

    @Test
    void an_attempt_under_way_at_a_cancel_is_noted_but_changes_nothing() throws SQLException {
        PendingDelivery delivery = accepted();
        write(withoutAttempt(delivery, new Verdict.Cancelled(NOW + 1, "cancelled")));
        Settlement late = settlement(delivery, new Verdict.Delivered(NOW + 2));
        write(late);
        write(late);

        assertThat(writer.query("SELECT state, attempts, closed, reason, status FROM delivery"))
                .containsExactly("3|1|" + (NOW + 1) + "|cancelled|200");
        assertThat(writer.query("SELECT number FROM attempt")).containsExactly("1");
    }

    private PendingDelivery accepted() {
        AcceptedEvent event = writer.samples.event(TO);
        writer.publish(event);
        writer.step();
        return event.deliveries().getFirst();
    }

    private void write(Settlement settlement) {
        writer.inbox.put(settlement);
        writer.step();
    }

    private static Settlement startedAt(Settlement settlement, long startedMs) {
        AttemptRecord attempt = settlement.attempt();
        return new Settlement(
                settlement.delivery(),
                settlement.endpoint(),
                settlement.attemptsBefore(),
                settlement.round(),
                settlement.verdict(),
                new AttemptRecord(
                        attempt.number(),
                        attempt.trigger(),
                        startedMs,
                        attempt.endpointRevision(),
                        attempt.bodySha256(),
                        attempt.exchange()));
    }
}
