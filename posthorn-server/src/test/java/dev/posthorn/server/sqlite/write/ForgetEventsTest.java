package dev.posthorn.server.sqlite.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.retention.AttemptBodies;
import dev.posthorn.core.retention.Retention;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.StoreSamples;
import dev.posthorn.server.store.commit.WriterLimits;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgetEventsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Endpoint ONE = StoreSamples.endpoint(1, Ordering.NONE);
    private static final Endpoint TWO = StoreSamples.endpoint(2, Ordering.NONE);

    @TempDir private Path folder;
    private SteppedWriter writer;

    private void open(Duration events, Duration attempts, @Nullable Long maxBytes)
            throws SQLException {
        writer =
                new SteppedWriter(
                        folder.resolve("posthorn.db"),
                        WriterLimits.DEFAULTS,
                        new Retention(events, attempts, maxBytes, AttemptBodies.ALL));
    }

    @AfterEach
    void close() throws SQLException {
        writer.close();
    }

    @Test
    void forgets_what_is_settled_and_older_than_the_retention_with_its_index_entries()
            throws SQLException {
        open(HOUR, HOUR, null);
        publish(3_000);
        settleAll();
        later(HOUR.minusMinutes(1));
        publish(10);
        assertThat(count("event")).isEqualTo(3_010);

        later(Duration.ofMinutes(2));
        later(Duration.ofMinutes(2));

        assertThat(count("event")).isEqualTo(10);
        assertThat(count("delivery")).isEqualTo(20);
        assertThat(count("organisation_event")).isEqualTo(10);
        assertThat(count("endpoint_delivery")).isEqualTo(20);
    }

    @Test
    void keeps_what_is_pending_and_its_event_until_it_is_settled() throws SQLException {
        open(HOUR, HOUR, null);
        publish(4);
        writer.execute(
                "UPDATE delivery SET state = 1 WHERE endpoint = 1 OR seq < (SELECT max(seq) FROM delivery)");
        later(HOUR.plusMinutes(1));

        assertThat(count("delivery")).isEqualTo(1);
        assertThat(writer.query("SELECT count(*) FROM event WHERE data NOT NULL"))
                .containsExactly("1");

        settleAll();
        later(Duration.ofMinutes(10));
        assertThat(count("event")).isZero();
    }

    @Test
    void keeps_the_event_of_a_delivery_that_was_made_later() throws SQLException {
        open(HOUR, HOUR, null);
        publish(2);
        settleAll();
        writer.execute(
                "UPDATE delivery SET state = 0, seq = seq + 40000000000"
                        + " WHERE seq = (SELECT min(seq) FROM delivery)");
        later(HOUR.plusMinutes(1));

        assertThat(count("event")).isEqualTo(1);
        assertThat(count("delivery")).isEqualTo(1);
        assertThat(
                        writer.query(
                                "EXPLAIN QUERY PLAN SELECT 1 FROM event WHERE EXISTS (SELECT 1 FROM"
                                        + " delivery AS d WHERE d.event = event.seq AND d.state = 0"
                                        + " AND d.seq > d.event + 20001)"))
                .anyMatch(line -> line.contains("delivery_pending_later"));
    }

    @Test
    void forgets_the_oldest_that_is_settled_while_the_store_is_too_large() throws SQLException {
        open(Duration.ofDays(30), Duration.ofDays(30), 700L << 10);
        publish(3_000);
        settleAll();
        writer.nowMs += 120_000;
        publish(20);
        later(Duration.ofMinutes(2));
        later(Duration.ofMinutes(2));

        assertThat(count("event")).isBetween(20, 2_000);
        assertThat(writer.query("SELECT count(*) FROM delivery WHERE state = 0"))
                .containsExactly("40");
    }

    @Test
    void forgets_attempts_earlier_than_their_deliveries() throws SQLException {
        open(Duration.ofDays(30), HOUR, null);
        publish(1_000);
        writer.execute("UPDATE delivery SET state = 1, attempts = 1, detail = x'01'");
        writer.execute(
                "INSERT INTO attempt (seq, delivery, number, endpoint, event, detail)"
                        + " SELECT seq + 1, seq, 2, endpoint, event, x'01' FROM delivery");
        later(HOUR.plusMinutes(1));
        later(Duration.ofMinutes(1));

        assertThat(count("attempt")).isZero();
        assertThat(writer.query("SELECT count(*), count(detail) FROM delivery"))
                .containsExactly("2000|0");
    }

    @Test
    void gives_pages_back_when_there_are_many() throws SQLException {
        open(HOUR, HOUR, null);
        writer.execute("CREATE TABLE filler (a BLOB)");
        writer.execute(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
                        + " INSERT INTO filler SELECT zeroblob(7000) FROM n");
        writer.execute("DELETE FROM filler");
        long before = pages();

        later(Duration.ofMinutes(1));

        assertThat(before).isGreaterThan(20_000);
        assertThat(pages()).isLessThan(12_000);
    }

    private long pages() throws SQLException {
        return Long.parseLong(writer.query("PRAGMA page_count").getFirst());
    }

    private void publish(int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            AcceptedEvent event = writer.samples.due(writer.nowMs, ONE, TWO);
            writer.publish(event);
        }
        writer.settle();
    }

    private void settleAll() throws SQLException {
        writer.execute("UPDATE delivery SET state = 1");
    }

    private void later(Duration by) {
        writer.nowMs += by.toMillis();
        writer.settle();
    }

    private int count(String table) throws SQLException {
        List<String> rows = writer.query("SELECT count(*) FROM " + table);
        return Integer.parseInt(rows.getFirst());
    }
}
