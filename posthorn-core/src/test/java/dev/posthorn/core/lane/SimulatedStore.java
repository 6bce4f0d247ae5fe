package dev.posthorn.core.lane;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.Backlog;
import dev.posthorn.core.store.EventLookup;
import dev.posthorn.core.store.Journal;
import dev.posthorn.core.store.LaneHead;
import dev.posthorn.core.store.RefillPage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A store that survives the node's death. Commits and reads take a random while; reads see the
 * moment they were made in, not the one they are answered in; now and then one fails.
 */
final class SimulatedStore implements Journal, Backlog {
    static final int SLOWEST_READ_MS = 2_000;

    final StoredRows rows = new StoredRows();
    private final SimulatedTime time;
    private final RandomGenerator random;
    private final List<PendingDelivery> toMake = new ArrayList<>();
    private final List<Settlement> toSettle = new ArrayList<>();
    private final List<Configuring> toConfigure = new ArrayList<>();
    private final List<DeliveryCommand> toCarryOut = new ArrayList<>();
    private final int slowestReadMs;
    private final int slowestNewsMs;
    private boolean committing;
    private int life;
    double failedReads = 0.02;
    double failedWrites = 0.02;

    /** Told of the commands of each commit while the node that made it lives. */
    Consumer<List<CommandAnswer>> commands = _ -> {};

    /** Told of each commit while the node that made it lives. */
    BiConsumer<List<PendingDelivery>, List<Settlement>> listener = (_, _) -> {};

    SimulatedStore(SimulatedTime time, RandomGenerator random) {
        this.time = time;
        this.random = random;
        this.slowestReadMs = random.nextBoolean() ? 30 : SLOWEST_READ_MS;
        this.slowestNewsMs = random.nextBoolean() ? 5 : 200;
    }

    @Override
    public boolean accept(Acceptance acceptance) {
        throw new AssertionError("the simulation accepts through make()");
    }

    void make(List<PendingDelivery> deliveries) {
        toMake.addAll(deliveries);
        planCommit();
    }

    /** {@code write} happens with the next commit; {@code answer} hears whether it did. */
    void configure(Runnable write, Consumer<Boolean> answer) {
        toConfigure.add(new Configuring(write, answer));
        planCommit();
    }

    void ask(DeliveryCommand command) {
        toCarryOut.add(command);
        planCommit();
    }

    private record Configuring(Runnable write, Consumer<Boolean> answer) {}

    @Override
    public void settle(Settlement settlement) {
        toSettle.add(settlement);
        planCommit();
    }

    /** Everything not committed is lost, and nobody hears of what was asked before. */
    void nodeDied() {
        life++;
        toMake.clear();
        toSettle.clear();
        toConfigure.clear();
        toCarryOut.clear();
        committing = false;
    }

    private void planCommit() {
        if (!committing) {
            committing = true;
            int asked = life;
            time.after(random.nextInt(1, 20), () -> commit(asked));
        }
    }

    private void commit(int asked) {
        if (asked != life) {
            return;
        }
        if (random.nextDouble() < failedWrites) {
            refuse();
            return;
        }
        List<PendingDelivery> made = List.copyOf(toMake);
        List<Settlement> settled = List.copyOf(toSettle);
        toMake.clear();
        toSettle.clear();
        configured(true);
        List<CommandAnswer> answers =
                toCarryOut.stream().map(one -> rows.carryOut(one, time.nowMs())).toList();
        toCarryOut.clear();
        settled.forEach(rows::apply);
        made.forEach(rows::make);
        time.after(
                random.nextInt(0, slowestNewsMs),
                () -> {
                    if (asked == life) {
                        commands.accept(answers);
                        listener.accept(made, settled);
                        commitMore();
                    }
                });
    }

    /** Nothing is written: publishers and administrators hear so, settlements are tried again. */
    private void refuse() {
        toMake.clear();
        toCarryOut.clear();
        configured(false);
        commitMore();
    }

    private void configured(boolean written) {
        List<Configuring> asked = List.copyOf(toConfigure);
        toConfigure.clear();
        for (Configuring one : asked) {
            if (written) {
                one.write.run();
            }
            one.answer.accept(written);
        }
    }

    private void commitMore() {
        committing = false;
        if (!toMake.isEmpty()
                || !toSettle.isEmpty()
                || !toConfigure.isEmpty()
                || !toCarryOut.isEmpty()) {
            planCommit();
        }
    }

    @Override
    public void refill(RefillQuery query, Consumer<RefillPage> answer) {
        reply(readFails() ? RefillPage.unreadable() : someWithoutEvent(rows.page(query)), answer);
    }

    private RefillPage someWithoutEvent(RefillPage page) {
        return new RefillPage(
                page.rows().stream()
                        .map(row -> random.nextInt(8) == 0 ? row.withoutEvent() : row)
                        .toList(),
                page.nextDueMs(),
                false);
    }

    @Override
    public void event(EventId id, Consumer<EventLookup> answer) {
        reply(readFails() ? new EventLookup.Unreadable() : rows.event(id), answer);
    }

    @Override
    public void heads(Consumer<List<LaneHead>> answer) {
        reply(rows.heads(), answer);
    }

    private boolean readFails() {
        return random.nextDouble() < failedReads;
    }

    private <T> void reply(T answer, Consumer<T> to) {
        int asked = life;
        time.after(
                random.nextInt(1, slowestReadMs),
                () -> {
                    if (asked == life) {
                        to.accept(answer);
                    }
                });
    }
}
