package dev.posthorn.server.sqlite.write;

import static dev.posthorn.core.store.StoreSamples.NOW;
import static dev.posthorn.core.store.StoreSamples.settlement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.Published;
import dev.posthorn.core.store.StoreSamples;
import dev.posthorn.server.store.commit.Next;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitterTest {
    private static final AcceptOutcome COMMITTED = new AcceptOutcome.Committed(null);
    private static final Endpoint TO = StoreSamples.endpoint(1, Ordering.NONE);

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
    void commits_all_that_waits_at_once() {
        List<Published> published = publish(300);
        writer.step();

        assertThat(published).allSatisfy(it -> assertThat(it.outcome()).isEqualTo(COMMITTED));
        assertThat(writer.heard.commits()).isEqualTo(1);
        assertThat(writer.heard.made()).hasSize(300);
    }

    @Test
    void takes_all_settlements_but_no_more_acceptances_than_a_commit_holds() {
        List<Published> first = publish(10);
        writer.step();
        publish(3_000);
        first.forEach(it -> writer.inbox.put(delivered(it)));
        writer.step();

        assertThat(writer.heard.settled()).hasSize(10);
        assertThat(writer.heard.made()).hasSize(10 + 1_000);
        writer.settle();
        assertThat(writer.heard.made()).hasSize(3_010);
    }

    @Test
    void rests_when_nothing_waits() {
        assertThat(writer.step()).isInstanceOf(Next.WhenWoken.class);
        assertThat(writer.heard.commits()).isZero();
    }

    @Test
    void a_settlement_that_cannot_be_written_fails_alone() throws SQLException {
        List<Published> published = publish(20);
        writer.step();
        published.forEach(it -> writer.inbox.put(delivered(it)));
        Published unlucky = publish(1).getFirst();
        writer.step();
        writer.inbox.put(withoutHash(delivered(unlucky)));
        writer.settle();

        assertThat(writer.heard.settled()).hasSize(21);
        assertThat(writer.query("SELECT state, count(*) FROM delivery GROUP BY state"))
                .containsExactly("0|1", "1|20");
    }

    @Test
    void answers_everyone_however_long_the_search_for_the_poison_takes() {
        AcceptedEvent taken = writer.samples.event(TO);
        writer.publish(taken);
        writer.step();
        List<Published> good = publish(20);
        Published poisoned = writer.publish(taken);
        good.addAll(publish(20));
        writer.tickMs = 1;
        writer.settle();

        assertThat(good).allSatisfy(it -> assertThat(it.outcome()).isEqualTo(COMMITTED));
        assertThat(poisoned.outcome()).isInstanceOf(AcceptOutcome.Failed.class);
    }

    @Test
    void a_full_disk_fails_acceptances_and_keeps_settlements() throws SQLException {
        List<Published> before = publish(50);
        writer.step();
        fillDisk();
        before.forEach(it -> writer.inbox.put(bulky(delivered(it))));
        List<Published> refused = publish(100);

        assertThat(writer.step()).isEqualTo(new Next.After(10));
        assertThat(writer.step()).isEqualTo(new Next.After(20));
        assertThat(refused)
                .allSatisfy(
                        it -> assertThat(it.outcome()).isInstanceOf(AcceptOutcome.Failed.class));
        assertThat(writer.heard.settled()).isEmpty();

        writer.execute("PRAGMA max_page_count = 1000000");
        List<Published> after = publish(10);
        writer.settle();
        assertThat(writer.heard.settled()).hasSize(50);
        assertThat(after).allSatisfy(it -> assertThat(it.outcome()).isEqualTo(COMMITTED));
        assertThat(writer.query("SELECT state, count(*) FROM delivery GROUP BY state"))
                .containsExactly("0|10", "1|50");
    }

    @Test
    void settles_what_fits_while_acceptances_do_not() throws SQLException {
        List<Published> before = publish(50);
        writer.step();
        fillDisk();
        before.forEach(it -> writer.inbox.put(delivered(it)));
        publish(2_000);

        assertThat(writer.step()).isInstanceOf(Next.After.class);
        assertThat(writer.step()).isEqualTo(Next.AT_ONCE);
        assertThat(writer.heard.settled()).hasSize(50);
    }

    private void fillDisk() throws SQLException {
        String pages = writer.query("PRAGMA page_count").getFirst();
        writer.execute("PRAGMA max_page_count = " + pages);
    }

    private List<Published> publish(int count) {
        List<Published> published = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            published.add(writer.publish(writer.samples.event(TO)));
        }
        return published;
    }

    private static Settlement delivered(Published published) {
        AcceptedEvent event = published.events().getFirst();
        PendingDelivery delivery = event.deliveries().getFirst();
        return settlement(delivery, new Verdict.Delivered(NOW));
    }

    private static Settlement withoutHash(Settlement settlement) {
        return with(settlement, null, settlement.attempt().exchange());
    }

    private static Settlement bulky(Settlement settlement) {
        Exchange exchange = settlement.attempt().exchange();
        Response answer = new Response(200, new String[0], new byte[16_384], false);
        return with(
                settlement,
                new byte[32],
                new Exchange(exchange.outcome(), answer, exchange.timings(), null, null));
    }

    private static Settlement with(Settlement settlement, byte[] hash, Exchange exchange) {
        return new Settlement(
                settlement.delivery(),
                settlement.endpoint(),
                0,
                0,
                settlement.verdict(),
                new AttemptRecord(1, Trigger.SCHEDULED, NOW, 1, hash, exchange));
    }
}
