package dev.posthorn.core.lane;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.store.Backlog.RefillQuery;
import dev.posthorn.core.store.RefillPage;
import java.util.ArrayList;
import java.util.List;

/** One line whose endpoint is proven, asked and told what its lane would ask and tell it. */
final class LineFixture {
    final ReadyBudget budget = new ReadyBudget(1_000, 1_000_000);
    final Rows rows;
    final Line line;

    /** {@code stored}: how many rows the store has at the start. */
    LineFixture(Ordering ordering, int stored) {
        rows = Rows.of(ordering);
        line = Line.of(ordering, Rows.ENDPOINT, budget, stored);
        line.modest(false);
    }

    void commit(int from, int to) {
        rows.rows(from, to).forEach(line::committed);
    }

    RefillQuery ask() {
        return line.startReading(Rows.NOW);
    }

    void answer(RefillPage page) {
        line.answered();
        line.absorb(page, Rows.NOW);
    }

    void refill(RefillPage page) {
        ask();
        answer(page);
    }

    PendingDelivery send() {
        return line.next(false);
    }

    void deliver(PendingDelivery row) {
        line.settled(Rows.delivered(row), Rows.NOW);
    }

    /** Fails with a wait until {@code dueMs}. */
    void fail(PendingDelivery row, long dueMs) {
        boolean byDue = line instanceof UnorderedLine;
        line.settled(Rows.retried(row, dueMs, byDue ? dueMs : row.order()), Rows.NOW);
    }

    /** The numbers of what would be sent, in order, until nothing is ready. */
    List<Integer> sendAll() {
        List<Integer> sent = new ArrayList<>();
        while (line.readyMs() <= Rows.NOW) {
            sent.add(Rows.number(send()));
        }
        return sent;
    }
}
