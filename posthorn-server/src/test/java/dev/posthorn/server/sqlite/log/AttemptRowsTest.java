package dev.posthorn.server.sqlite.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.AttemptEntry;
import dev.posthorn.core.log.AttemptFilter;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.server.store.row.AttemptCodec;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of attempts whose event is large, erased or gone. */
class AttemptRowsTest {
    private static final AttemptFilter ALL = new AttemptFilter(null, null, null);

    @TempDir Path folder;

    private TestDatabase database;
    private RowWriter written;

    @BeforeEach
    void threeAttempts() {
        database = new TestDatabase(folder);
        written = new RowWriter(database, false, () -> 0);
        ManyRows.events(database, 3, "user.updated");
        ManyRows.deliveries(database, 3, 101, 1, 1);
        byte[] detail = new AttemptCodec().encode(Attempts.delivered());
        database.write("UPDATE delivery SET detail = ?", (Object) detail);
    }

    @AfterEach
    void close() {
        written.close();
    }

    @Test
    void a_page_ends_where_its_payloads_come_to_sixteen_mebibytes() {
        database.script("UPDATE event SET data = zeroblob(8 << 20)");

        Page<AttemptEntry> first = log().attempts(ALL, PageRequest.newest(10));
        Page<AttemptEntry> second =
                log().attempts(ALL, new PageRequest(10, first.nextAfter(), 0, false));

        assertThat(first.rows())
                .extracting(AttemptEntry::id)
                .containsExactly(attempt(2), attempt(1));
        assertThat(first.hasMore()).isTrue();
        assertThat(first.nextAfter()).isEqualTo(attempt(1).seq());
        assertThat(second.rows()).extracting(AttemptEntry::id).containsExactly(attempt(0));
        assertThat(second.hasMore()).isFalse();
    }

    @Test
    void an_erased_payload_leaves_the_attempt_and_its_type() {
        database.script("UPDATE event SET data = NULL");

        AttemptEntry entry = log().attempt(attempt(0)).orElseThrow();

        assertThat(entry.event()).isNull();
        assertThat(entry.type()).isEqualTo("user.updated");
        assertThat(log().event(new EventId(ManyRows.seq(0)))).isEmpty();
        assertThat(log().eventSummary(new EventId(ManyRows.seq(0)))).isPresent();
    }

    @Test
    void an_event_that_is_gone_leaves_the_attempt() {
        database.script("DELETE FROM event");

        AttemptEntry entry = log().attempt(attempt(0)).orElseThrow();

        assertThat(entry.event()).isNull();
        assertThat(entry.type()).isEmpty();
        assertThat(log().attempts(ALL, PageRequest.newest(10)).rows()).hasSize(3);
    }

    private DeliveryLog log() {
        return written.log();
    }

    private static AttemptId attempt(int n) {
        return new AttemptId(ManyRows.seq(n) + 2);
    }
}
