package dev.posthorn.server.sqlite.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.server.sqlite.file.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log's length when the copying thread never comes; with it, see the store's own test. */
class CheckpointerTest {
    private static final int EVENTS_PER_COMMIT = 60;
    private static final int EVENT_BYTES = 64 << 10;

    @TempDir private Path folder;

    @Test
    void the_writer_bounds_the_log_by_itself_if_it_has_to() throws Exception {
        try (SteppedWriter writer = writer()) {
            assertThat(longestLog(writer, 60)).isLessThan(100L << 20);
        }
    }

    @Test
    void a_long_read_makes_the_log_grow_and_stops_nobody() throws Exception {
        try (SteppedWriter writer = writer();
                Connection reader = new Database(file()).openReader();
                Statement statement = reader.createStatement()) {
            writer.publish(writer.samples.event());
            writer.step();
            statement.execute("BEGIN");
            try (ResultSet row = statement.executeQuery("SELECT count(*) FROM event")) {
                assertThat(row.getInt(1)).isEqualTo(1);
            }
            assertThat(longestLog(writer, 45)).isGreaterThan(150L << 20);

            statement.execute("COMMIT");
            longestLog(writer, 4);
            assertThat(writer.query("PRAGMA wal_checkpoint(NOOP)").getFirst().split("\\|", -1)[1])
                    .satisfies(frames -> assertThat(Integer.parseInt(frames)).isLessThan(2_000));
        }
    }

    private SteppedWriter writer() throws SQLException {
        return new SteppedWriter(file());
    }

    private Path file() {
        return folder.resolve("posthorn.db");
    }

    private long longestLog(SteppedWriter writer, int commits) throws IOException {
        long longest = 0;
        for (int i = 0; i < commits; i++) {
            AcceptedEvent[] events = new AcceptedEvent[EVENTS_PER_COMMIT];
            for (int n = 0; n < events.length; n++) {
                events[n] = big(writer.samples.event());
            }
            var published = writer.publish(events);
            writer.step();
            assertThat(published.outcome()).isEqualTo(new AcceptOutcome.Committed(null));
            longest = Math.max(longest, Files.size(folder.resolve("posthorn.db-wal")));
        }
        return longest;
    }

    private static AcceptedEvent big(AcceptedEvent accepted) {
        Event event = accepted.event();
        Event bigger =
                new Event(
                        event.id(),
                        event.organisation(),
                        event.type(),
                        event.entityId(),
                        event.key(),
                        event.channels(),
                        new Payload(new byte[EVENT_BYTES]),
                        event.createdMs());
        return new AcceptedEvent(bigger, List.of(), null);
    }
}
