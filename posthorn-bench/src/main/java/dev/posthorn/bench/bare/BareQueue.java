package dev.posthorn.bench.bare;

import java.util.ArrayList;
import java.util.List;

/** What waits for the next commit. Filled by the loops, emptied by the writer. */
final class BareQueue {
    private List<BareDelivery> settled = new ArrayList<>();
    private List<BareCall> accepted = new ArrayList<>();
    private boolean writerWaits;
    private boolean closed;

    /** All of it, for one transaction. */
    record Batch(List<BareDelivery> settled, List<BareCall> accepted) {}

    synchronized void accept(BareCall call) {
        accepted.add(call);
        wake();
    }

    synchronized void settle(BareDelivery delivery) {
        settled.add(delivery);
        wake();
    }

    private synchronized void wake() {
        if (writerWaits) {
            writerWaits = false;
            notifyAll();
        }
    }

    /** Waits for something to write; an empty batch means that the queue was closed. */
    synchronized Batch take() throws InterruptedException {
        while (settled.isEmpty() && accepted.isEmpty() && !closed) {
            writerWaits = true;
            wait();
        }
        Batch batch = new Batch(settled, accepted);
        settled = new ArrayList<>();
        accepted = new ArrayList<>();
        return batch;
    }

    synchronized void close() {
        closed = true;
        wake();
    }
}
