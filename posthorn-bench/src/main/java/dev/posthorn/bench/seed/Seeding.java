package dev.posthorn.bench.seed;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.CommitListener;
import dev.posthorn.core.store.Journal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Fills a data folder through the server's own writer, at the times of the plan: what is there
 * afterwards is what a server would have left. One thread.
 */
final class Seeding {
    /** Events accepted, then settled, together. */
    private static final int SLICE = 2_000;

    private static final int REPORT_EVERY = 50_000;

    private final SeedPlan plan;
    private final Consumer<String> progress;
    private final long endMs;
    private long attempts;

    /** {@code endMs}: when the last event is, milliseconds since 1970. */
    Seeding(SeedPlan plan, long endMs, Consumer<String> progress) {
        this.plan = plan;
        this.endMs = endMs;
        this.progress = progress;
    }

    /** How many attempts were made. */
    long fill(Path data) {
        SeedClock clock = new SeedClock(endMs - plan.span().toMillis());
        try (SeedStore store = SeedStore.open(data, clock)) {
            List<SeedOwner> owners =
                    new SeedDirectory(
                                    plan,
                                    clock,
                                    store.store().configuration(),
                                    store.store().sequence())
                            .make(progress);
            fill(store, clock, new SeedTraffic(plan, owners, store.store().sequence(), endMs));
        }
        return attempts;
    }

    private void fill(SeedStore store, SeedClock clock, SeedTraffic traffic) {
        SeedCounts counts = new SeedCounts(store.statistics(), endMs);
        Semaphore durable = new Semaphore(0);
        store.store().listen(new Durable(durable));
        Journal journal = store.store().journal();
        for (int from = 0; from < plan.events(); from += SLICE) {
            List<SeedTraffic.Made> slice = new ArrayList<>(SLICE);
            for (int i = from; i < Math.min(from + SLICE, plan.events()); i++) {
                slice.add(traffic.make(i));
            }
            clock.set(traffic.atMs(Math.min(from + SLICE, plan.events())));
            accept(slice, journal, durable);
            settle(slice, journal, durable, counts);
            counts.store(clock.millis());
            if ((from + SLICE) % REPORT_EVERY == 0) {
                progress.accept("%,d events, %,d attempts".formatted(from + SLICE, attempts));
            }
        }
        counts.store(endMs + plan.span().toMillis());
    }

    private static void accept(List<SeedTraffic.Made> slice, Journal journal, Semaphore durable) {
        int deliveries = 0;
        for (SeedTraffic.Made made : slice) {
            deliveries += made.accepted().deliveries().size();
            if (!journal.accept(new OneEvent(made.accepted()))) {
                throw new IllegalStateException("the writer takes no more");
            }
        }
        durable.acquireUninterruptibly(deliveries);
    }

    /** The second attempt of a delivery is only told when the first is durable, and so on. */
    private void settle(
            List<SeedTraffic.Made> slice, Journal journal, Semaphore durable, SeedCounts counts) {
        boolean more = true;
        for (int round = 0; more; round++) {
            int told = 0;
            for (SeedTraffic.Made made : slice) {
                if (round < made.rounds().size()) {
                    for (Settlement one : made.rounds().get(round)) {
                        journal.settle(one);
                        counts.add(made.owner(), one);
                        told++;
                    }
                }
            }
            durable.acquireUninterruptibly(told);
            attempts += told;
            more = told > 0;
        }
    }

    /** Counts what is durable. */
    private record Durable(Semaphore rows) implements CommitListener {
        @Override
        public void committed(List<PendingDelivery> made, List<Settlement> settled) {
            rows.release(made.size() + settled.size());
        }
    }

    private record OneEvent(AcceptedEvent event) implements Acceptance {
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
            if (!(outcome instanceof AcceptOutcome.Committed)) {
                throw new IllegalStateException("not written: " + outcome);
            }
        }
    }
}
