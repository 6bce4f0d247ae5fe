package dev.posthorn.core.replay;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.store.HeardCommits;
import dev.posthorn.core.store.StoreSamples;
import java.util.List;
import java.util.stream.IntStream;

/** A store of replays to hold to its contract, with what it sends again. */
public interface ReplaysUnderTest extends AutoCloseable {
    ReplayStore replays();

    DeliveryLog log();

    StoreSamples samples();

    /** What the commit listener heard since this was opened. */
    HeardCommits heard();

    void save(Change change);

    /** Returns when they are durable. */
    void accept(List<AcceptedEvent> events);

    /** Returns when they are durable. */
    void settle(List<Settlement> settlements);

    /** The same store as the next start finds it; this one is not to be used any more. */
    ReplaysUnderTest reopened();

    /** Events whose delivery to the endpoint failed. */
    default List<PendingDelivery> failed(int count, Endpoint to) {
        StoreSamples samples = samples();
        List<AcceptedEvent> events =
                IntStream.range(0, count).mapToObj(_ -> samples.event(to)).toList();
        accept(events);
        List<PendingDelivery> deliveries =
                events.stream().map(event -> event.deliveries().getFirst()).toList();
        settle(deliveries.stream().map(ReplaysUnderTest::failure).toList());
        return deliveries;
    }

    /** Events nobody got. */
    default List<AcceptedEvent> missed(int count) {
        StoreSamples samples = samples();
        List<AcceptedEvent> events =
                IntStream.range(0, count).mapToObj(_ -> samples.event()).toList();
        accept(events);
        return events;
    }

    private static Settlement failure(PendingDelivery delivery) {
        return StoreSamples.settlement(
                delivery, new Verdict.Failed(StoreSamples.NOW, "schedule-used-up"));
    }

    @Override
    void close();
}
