package dev.posthorn.server.engine;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.id.PublicIds;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator which endpoints are full, each seldom. For one thread. */
public final class FullWarning implements Consumer<EndpointId> {
    private static final Logger LOG = LoggerFactory.getLogger(FullWarning.class);

    /** One that drains and fills again and again is worth a line now and then. */
    private static final Duration PACE = Duration.ofMinutes(15);

    private final int most;
    private final PublicIds ids;
    private final LongSupplier clockMs;
    private final Map<EndpointId, Long> toldMs = new HashMap<>();

    public FullWarning(int most, PublicIds ids, LongSupplier clockMs) {
        this.most = most;
        this.ids = ids;
        this.clockMs = clockMs;
    }

    @Override
    public void accept(EndpointId endpoint) {
        long nowMs = clockMs.getAsLong();
        toldMs.values().removeIf(atMs -> nowMs - atMs >= PACE.toMillis());
        if (toldMs.putIfAbsent(endpoint, nowMs) == null) {
            LOG.warn(
                    "webhook_config {} has {} deliveries pending (max-pending-per-endpoint): events"
                            + " that match it are missed until some are settled; a replay of missed"
                            + " events sends them later",
                    ids.text(endpoint.seq()),
                    most);
        }
    }
}
