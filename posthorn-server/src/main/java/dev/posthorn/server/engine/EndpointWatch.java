package dev.posthorn.server.engine;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Configuration.Decision;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.lane.LaneEvents;
import dev.posthorn.core.routing.FullEndpoints;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.store.Journal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Acts on what the dispatcher notices, away from its loop. */
public final class EndpointWatch implements LaneEvents {
    private static final String DEACTIVATED = "endpoint-deactivated";
    private static final Logger LOG = LoggerFactory.getLogger(EndpointWatch.class);

    private final Configuration configuration;
    private final Journal journal;
    private final Executor blocking;
    private final LongSupplier clockMs;
    private final FullEndpoints full;

    /** Whose rows are about to be sorted anew: once is enough for all misplaced until then. */
    private final Set<EndpointId> sorting = ConcurrentHashMap.newKeySet();

    public EndpointWatch(
            Configuration configuration,
            Journal journal,
            Executor blocking,
            LongSupplier clockMs,
            FullEndpoints full) {
        this.configuration = configuration;
        this.journal = journal;
        this.blocking = blocking;
        this.clockMs = clockMs;
        this.full = full;
    }

    @Override
    public void gone(EndpointId endpoint) {
        blocking.execute(() -> invalidate(endpoint));
    }

    private void invalidate(EndpointId endpoint) {
        try {
            configuration.changeEndpoint(endpoint, this::invalidated);
        } catch (RuntimeException e) {
            LOG.warn("endpoint {} answered 410 but could not be invalidated", endpoint.seq(), e);
        }
    }

    private Endpoint invalidated(Endpoint endpoint) {
        return endpoint.state() == EndpointState.VALID
                ? endpoint.withState(EndpointState.INVALID, Endpoint.GONE, clockMs.getAsLong())
                : endpoint;
    }

    /** It was routed just before its endpoint was deactivated: it ends like the others did. */
    @Override
    public void orphaned(PendingDelivery delivery) {
        journal.settle(
                new Settlement(
                        delivery.id(),
                        delivery.endpoint(),
                        delivery.attempts(),
                        delivery.round(),
                        new Settlement.Verdict.Cancelled(clockMs.getAsLong(), DEACTIVATED),
                        null));
    }

    @Override
    public void pending(EndpointId endpoint, long deliveries) {
        full.pending(endpoint, deliveries);
    }

    @Override
    public void misplaced(EndpointId endpoint) {
        if (sorting.add(endpoint)) {
            blocking.execute(() -> sortAgain(endpoint));
        }
    }

    private void sortAgain(EndpointId endpoint) {
        sorting.remove(endpoint);
        try {
            configuration.change(() -> new Decision<>(sorted(endpoint), endpoint));
        } catch (RuntimeException e) {
            LOG.warn("deliveries of endpoint {} could not be sorted anew", endpoint.seq(), e);
        }
    }

    /** The endpoint stays as it is; its change makes its lane look at the store again. */
    private List<Change> sorted(EndpointId id) {
        return configuration
                .directory()
                .endpoint(id)
                .map(endpoint ->
                        List.<Change>of(
                                new Change.Reorder(endpoint), new Change.EndpointChange(endpoint)))
                .orElse(List.of());
    }
}
