package dev.posthorn.server.sqlite.write;

import static dev.posthorn.core.store.StoreSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.store.StoreSamples;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work on a whole lane, done in slices; its results are the configuration store's contract. */
class LaneCommandsTest {
    private static final Endpoint TO = StoreSamples.endpoint(1, Ordering.NONE);
    private static final Endpoint FIFO = StoreSamples.endpoint(1, Ordering.FIFO);
    private static final String STATES = "SELECT state, count(*) FROM delivery GROUP BY state";

    @TempDir private Path folder;

    @Test
    void a_cancel_goes_on_between_commits() throws SQLException {
        try (SteppedWriter writer = writer()) {
            publish(writer, 1_200);
            writer.inbox.put(cancel());
            writer.step();
            assertThat(writer.query(STATES)).containsExactly("0|700", "3|500");

            publish(writer, 1);
            assertThat(writer.heard.made()).hasSize(1_201);
            writer.settle();
            assertThat(writer.query(STATES)).containsExactly("0|1", "3|1200");
            assertThat(writer.query("SELECT * FROM lane_command")).isEmpty();
        }
    }

    @Test
    void a_cancel_that_a_crash_interrupted_is_finished() throws SQLException {
        try (SteppedWriter writer = writer()) {
            publish(writer, 1_200);
            writer.inbox.put(cancel());
            writer.step();
        }
        try (SteppedWriter writer = writer()) {
            writer.settle();
            assertThat(writer.query(STATES)).containsExactly("3|1200");
            assertThat(writer.query("SELECT DISTINCT reason, closed FROM delivery"))
                    .containsExactly("endpoint-deactivated|" + NOW);
        }
    }

    @Test
    void a_reordering_that_a_crash_interrupted_is_finished() throws SQLException {
        try (SteppedWriter writer = writer()) {
            publish(writer, 1_200);
            writer.inbox.put(new ConfigWork(List.of(new Change.Reorder(FIFO))));
            writer.step();
            assertThat(writer.query("SELECT count(*) FROM delivery WHERE ord = seq"))
                    .containsExactly("500");
        }
        try (SteppedWriter writer = writer()) {
            writer.settle();
            assertThat(writer.query("SELECT count(*) FROM delivery WHERE ord = seq"))
                    .containsExactly("1200");
        }
    }

    private SteppedWriter writer() throws SQLException {
        return new SteppedWriter(folder.resolve("posthorn.db"));
    }

    private static ConfigWork cancel() {
        return new ConfigWork(List.of(new Change.CancelPending(TO, "endpoint-deactivated", NOW)));
    }

    private static void publish(SteppedWriter writer, int count) {
        for (int i = 0; i < count; i++) {
            writer.publish(writer.samples.event(TO));
            if (i % 500 == 499 || i == count - 1) {
                writer.step();
            }
        }
    }
}
