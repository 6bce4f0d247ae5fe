package dev.posthorn.server.sqlite.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.StoreSamples;
import dev.posthorn.server.store.commit.Next;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateIndexTest {
    private static final int ENDPOINTS = 40;

    @TempDir private Path folder;
    private final Random random = new Random(7);
    private final Map<Long, List<String>> byEndpoint = new TreeMap<>();
    private final List<String> events = new ArrayList<>();

    @Test
    void the_views_show_every_row_at_every_moment() throws SQLException {
        List<AcceptedEvent> late = new ArrayList<>();
        try (SteppedWriter writer = writer()) {
            for (int round = 0; round < 12; round++) {
                publish(writer, 400, late);
                writer.nowMs += LateIndex.RUN_AFTER_MS / 4;
                writer.step();
                assertComplete(writer);
                publishLate(writer, late);
                assertComplete(writer);
            }
            assertThat(writer.query("SELECT min(upto) FROM late_index").getFirst())
                    .isNotEqualTo("0");
        }
        try (SteppedWriter writer = writer()) {
            assertComplete(writer);
            writer.nowMs += LateIndex.RUN_AFTER_MS;
            writer.settle();
            assertComplete(writer);
            assertThat(writer.query("SELECT count(*) FROM endpoint_delivery"))
                    .isEqualTo(writer.query("SELECT count(*) FROM delivery"));
        }
    }

    @Test
    void writes_a_run_when_its_oldest_entry_is_old_and_then_rests() throws SQLException {
        try (SteppedWriter writer = writer()) {
            publishAll(writer, 5_000);
            writer.settle();
            assertThat(writer.query("SELECT count(*) FROM endpoint_delivery")).containsExactly("0");
            assertThat(writer.step()).isEqualTo(new Next.WhenWoken(LateIndex.RUN_AFTER_MS));

            writer.nowMs += LateIndex.RUN_AFTER_MS;
            writer.settle();
            assertThat(writer.query("SELECT count(*) FROM endpoint_delivery"))
                    .containsExactly("5000");
            assertThat(writer.step()).isEqualTo(new Next.WhenWoken(60_000));
        }
    }

    @Test
    void a_slice_stays_small_however_many_came_in_since_the_last_run() throws SQLException {
        try (SteppedWriter writer = writer()) {
            publishAll(writer, 20_000);
            writer.settle();
            writer.nowMs += LateIndex.RUN_AFTER_MS;
            writer.step();
            assertThat(writer.query("SELECT count(*) FROM endpoint_delivery"))
                    .containsExactly("1000");
            assertThat(writer.query("SELECT count(*) FROM organisation_event"))
                    .containsExactly("1000");
        }
    }

    @Test
    void goes_on_after_a_slice_that_could_not_be_written() throws SQLException {
        try (SteppedWriter writer = writer()) {
            publishAll(writer, 5_000);
            writer.settle();
            writer.nowMs += LateIndex.RUN_AFTER_MS;
            writer.step();
            String pages = writer.query("PRAGMA page_count").getFirst();
            writer.execute("PRAGMA max_page_count = " + pages);
            writer.step();
            assertComplete(writer);

            writer.execute("PRAGMA max_page_count = 1000000");
            writer.nowMs += 1_000;
            writer.settle();
            assertComplete(writer);
            assertThat(writer.query("SELECT count(*) FROM endpoint_delivery"))
                    .containsExactly("5000");
        }
    }

    private void publishAll(SteppedWriter writer, int count) {
        List<AcceptedEvent> late = new ArrayList<>();
        publish(writer, count, late);
        publishLate(writer, late);
    }

    private SteppedWriter writer() throws SQLException {
        return new SteppedWriter(folder.resolve("posthorn.db"));
    }

    /** Some of the events are held back, as if another thread were slower to hand them in. */
    private void publish(SteppedWriter writer, int count, List<AcceptedEvent> late) {
        for (int i = 0; i < count; i++) {
            Endpoint to = StoreSamples.endpoint(random.nextInt(ENDPOINTS), Ordering.NONE);
            AcceptedEvent event = writer.samples.event(to);
            if (late.size() < 5 && random.nextInt(50) == 0) {
                late.add(event);
            } else {
                publish(writer, event);
            }
        }
    }

    private void publishLate(SteppedWriter writer, List<AcceptedEvent> late) {
        late.forEach(event -> publish(writer, event));
        late.clear();
        writer.step();
    }

    private void publish(SteppedWriter writer, AcceptedEvent event) {
        writer.publish(event);
        events.add(Long.toString(event.event().id().seq()));
        PendingDelivery delivery = event.deliveries().getFirst();
        byEndpoint
                .computeIfAbsent(delivery.endpoint().seq(), _ -> new ArrayList<>())
                .add(Long.toString(delivery.id().seq()));
    }

    private void assertComplete(SteppedWriter writer) throws SQLException {
        for (Map.Entry<Long, List<String>> endpoint : byEndpoint.entrySet()) {
            assertThat(
                            writer.query(
                                    "SELECT delivery FROM delivery_by_endpoint WHERE endpoint = "
                                            + endpoint.getKey()
                                            + " ORDER BY delivery"))
                    .containsExactlyElementsOf(endpoint.getValue().stream().sorted().toList());
        }
        assertThat(
                        writer.query(
                                "SELECT event FROM event_by_organisation WHERE org = "
                                        + StoreSamples.ORGANISATION.seq()
                                        + " ORDER BY event"))
                .containsExactlyElementsOf(events.stream().sorted().toList());
    }
}
