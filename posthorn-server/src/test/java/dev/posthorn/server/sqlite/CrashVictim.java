package dev.posthorn.server.sqlite;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.StoreSamples;
import dev.posthorn.server.sqlite.file.DataFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * A process that writes until it is killed. Prints {@code e} and a number for each event it was
 * told is durable, {@code s} and a number for each settled delivery.
 */
final class CrashVictim {
    private static final int WAITING = 300;
    private static final int ENDPOINTS = 50;

    private CrashVictim() {}

    public static void main(String[] args) throws InterruptedException {
        SqliteStore store =
                SqliteStore.open(
                        DataFolder.claim(Path.of(args[0])), OpenStore.BOX, InstantSource.system());
        store.listen((made, settled) -> heard(store, made, settled));
        StoreSamples samples = new StoreSamples(store.sequence());
        Semaphore room = new Semaphore(WAITING);
        for (int i = 0; ; i++) {
            room.acquire();
            Endpoint to = StoreSamples.endpoint(i % ENDPOINTS, Ordering.NONE);
            store.journal().accept(new Announced(samples.event(to), room));
        }
    }

    private static void heard(
            SqliteStore store, List<PendingDelivery> made, List<Settlement> settled) {
        StringBuilder lines = new StringBuilder();
        for (Settlement settlement : settled) {
            lines.append('s').append(settlement.delivery().seq()).append('\n');
        }
        System.out.print(lines);
        System.out.flush();
        for (PendingDelivery delivery : made) {
            if (delivery.id().seq() % 3 != 0) {
                store.journal()
                        .settle(
                                StoreSamples.settlement(
                                        delivery, new Verdict.Delivered(StoreSamples.NOW)));
            }
        }
    }

    private record Announced(AcceptedEvent event, Semaphore room) implements Acceptance {
        @Override
        public List<AcceptedEvent> events() {
            return List.of(event);
        }

        @Override
        public int bytes() {
            return event.event().data().length();
        }

        @Override
        public void completed(AcceptOutcome outcome) {
            if (outcome instanceof AcceptOutcome.Committed) {
                System.out.print("e" + event.event().id().seq() + "\n");
                System.out.flush();
            }
            room.release();
        }
    }
}
