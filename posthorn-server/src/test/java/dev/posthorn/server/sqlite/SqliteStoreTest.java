package dev.posthorn.server.sqlite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.BacklogQuestions;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.store.Published;
import dev.posthorn.core.store.StoreSamples;
import dev.posthorn.core.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {
    private static final Endpoint TO = StoreSamples.endpoint(1, Ordering.NONE);

    @TempDir private Path folder;

    @Test
    void finds_everything_again_after_a_restart() {
        AcceptedEvent event;
        try (OpenStore store = OpenStore.in(folder)) {
            store.configuration().save(List.of(new Change.EndpointChange(TO)));
            event = store.samples().event(TO);
            Published.to(store.journal(), event).outcome();
        }
        try (OpenStore store = OpenStore.in(folder)) {
            assertThat(store.configuration().load().endpoints()).containsExactly(TO);
            assertThat(BacklogQuestions.all(store.backlog(), TO))
                    .containsExactlyElementsOf(event.deliveries());
        }
    }

    @Test
    void numbers_go_on_above_all_that_is_stored() {
        PendingDelivery last;
        try (OpenStore store = OpenStore.in(folder)) {
            AcceptedEvent event = store.samples().event(TO, TO);
            Published.to(store.journal(), event).outcome();
            last = event.deliveries().getLast();
        }
        try (OpenStore store = OpenStore.in(folder)) {
            assertThat(store.sequence().next(1, 0)).isEqualTo(last.id().seq() + 2);
        }
    }

    @Test
    void writes_what_waits_before_it_closes() throws Exception {
        Published[] published = new Published[500];
        try (OpenStore store = OpenStore.in(folder)) {
            StoreSamples samples = store.samples();
            for (int i = 0; i < published.length; i++) {
                published[i] = Published.to(store.journal(), samples.event(TO));
            }
        }
        assertThat(published)
                .allSatisfy(call ->
                        assertThat(call.outcome()).isEqualTo(new AcceptOutcome.Committed(null)));
        assertThat(Rows.query(folder.resolve("posthorn.db"), "SELECT count(*) FROM event"))
                .containsExactly("500");
        assertThat(folder.resolve("posthorn.db-wal")).doesNotExist();
    }

    @Test
    void takes_nothing_more_once_it_is_closed() {
        OpenStore store = OpenStore.in(folder);
        store.close();

        assertThatThrownBy(() -> Published.to(store.journal(), store.samples().event(TO)))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> store.configuration().save(List.of(new Change.EndpointChange(TO))))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(BacklogQuestions.first(store.backlog(), TO, 0, 1).failed()).isTrue();
    }

    @Test
    void keeps_no_secret_in_the_clear() throws IOException {
        try (OpenStore store = OpenStore.in(folder)) {
            Endpoint secretive = TO.withSecrets(EndpointSecrets.of(new Secret("whsec_hidden")), 1);
            store.configuration().save(List.of(new Change.EndpointChange(secretive)));
            for (String name : List.of("posthorn.db", "posthorn.db-wal")) {
                byte[] file = Files.readAllBytes(folder.resolve(name));
                assertThat(new String(file, ISO_8859_1)).doesNotContain("hidden");
            }
            assertThat(store.configuration().load().endpoints()).containsExactly(secretive);
        }
    }

    @Test
    void keeps_its_log_short_under_load() throws IOException {
        Path log = folder.resolve("posthorn.db-wal");
        long longest = 0;
        try (OpenStore store = OpenStore.in(folder)) {
            StoreSamples samples = store.samples();
            for (int i = 0; i < 45; i++) {
                AcceptedEvent[] events = new AcceptedEvent[50];
                for (int n = 0; n < events.length; n++) {
                    events[n] = withData(samples.event(TO), new byte[64 << 10]);
                }
                Published.to(store.journal(), events).outcome();
                longest = Math.max(longest, Files.size(log));
            }
        }
        assertThat(Files.size(folder.resolve("posthorn.db"))).isGreaterThan(130L << 20);
        assertThat(longest).isLessThan(100L << 20);
    }

    private static AcceptedEvent withData(AcceptedEvent accepted, byte[] data) {
        Event event = accepted.event();
        Event bigger =
                new Event(
                        event.id(),
                        event.organisation(),
                        event.type(),
                        event.entityId(),
                        event.key(),
                        event.channels(),
                        new Payload(data),
                        event.createdMs());
        return new AcceptedEvent(bigger, accepted.deliveries(), null);
    }
}
