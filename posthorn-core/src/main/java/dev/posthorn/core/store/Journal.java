package dev.posthorn.core.store;

import dev.posthorn.core.delivery.Settlement;

/**
 * Group commit: what is offered from any thread is written and flushed together. Settlements go
 * before acceptances, so that finishing work is never starved by new work.
 */
public interface Journal {
    /**
     * Queues an acceptance.
     *
     * @return false when the queue is over its budget (bytes or age): nothing was queued, the
     *     caller answers 503
     */
    boolean accept(Acceptance acceptance);

    /**
     * Queues a settlement. Never refused: at most what is in flight can be unsettled. Repeated
     * until it is durable; the {@link CommitListener} hears of it then.
     */
    void settle(Settlement settlement);
}
