package dev.posthorn.server.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.store.Published;
import dev.posthorn.core.store.StoreSamples;
import dev.posthorn.server.sqlite.file.DataFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreRaceTest {
    private static final int THREADS = 4;
    private static final int CALLS = 400;

    @TempDir private Path folder;

    @Test
    void many_threads_publish_settle_and_change_settings_at_once() throws Exception {
        CountDownLatch settled = new CountDownLatch(THREADS * CALLS * 2);
        try (DataFolder data = DataFolder.claim(folder.resolve("data"));
                SqliteStore store = SqliteStore.open(data, OpenStore.BOX, InstantSource.system())) {
            store.listen((made, done) -> settleAll(store, made, done, settled));
            List<Published> published = publishFromAllSides(store);

            assertThat(published)
                    .allSatisfy(call ->
                            assertThat(call.outcome())
                                    .isEqualTo(new AcceptOutcome.Committed(null)));
            assertThat(settled.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(store.backlog().pendingCounts()).isEmpty();
            assertThat(store.configuration().load().endpoints()).hasSize(THREADS);
        }
        assertThat(Rows.query(folder.resolve("data/posthorn.db"), "SELECT count(*) FROM event"))
                .containsExactly(Integer.toString(THREADS * CALLS));
        assertThat(
                        Rows.query(
                                folder.resolve("data/posthorn.db"),
                                "SELECT state, attempts, count(*) FROM delivery GROUP BY 1, 2"))
                .containsExactly("1|1|" + THREADS * CALLS * 2);
    }

    private static List<Published> publishFromAllSides(SqliteStore store)
            throws InterruptedException, ExecutionException {
        List<Published> all = new ArrayList<>();
        List<Future<List<Published>>> parts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                Endpoint own = StoreSamples.endpoint(i, Ordering.NONE);
                parts.add(threads.submit(() -> publish(store, own)));
            }
        }
        for (Future<List<Published>> part : parts) {
            all.addAll(part.get());
        }
        return all;
    }

    private static List<Published> publish(SqliteStore store, Endpoint own) {
        StoreSamples samples = new StoreSamples(store.sequence());
        List<Published> published = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            published.add(Published.to(store.journal(), samples.event(own, own)));
            if (i % 100 == 0) {
                store.configuration().save(List.of(new Change.EndpointChange(own)));
            }
        }
        return published;
    }

    private static void settleAll(
            SqliteStore store,
            List<PendingDelivery> made,
            List<Settlement> done,
            CountDownLatch settled) {
        for (PendingDelivery delivery : made) {
            store.journal()
                    .settle(
                            StoreSamples.settlement(
                                    delivery, new Verdict.Delivered(StoreSamples.NOW)));
        }
        done.forEach(_ -> settled.countDown());
    }
}
