package dev.posthorn.core.routing;

import dev.posthorn.core.endpoint.EndpointId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Endpoints with so many deliveries pending that they miss what matches them, until some of those
 * are settled. Deliveries between being planned and being committed are not counted yet, so that an
 * endpoint may end with more than the limit by what was under way then.
 *
 * <p>One thread tells, any may ask; while none is full asking is one volatile read.
 */
public final class FullEndpoints {
    /**
     * A twentieth of room is made first: an endpoint at its limit must not flap with each answer.
     */
    private static final int SHARE_TO_LEAVE = 20;

    private final long most;
    private final long roomAgain;
    private final Consumer<EndpointId> filled;
    private final Set<EndpointId> full = ConcurrentHashMap.newKeySet();
    private volatile boolean any;

    /**
     * @param most deliveries that may be pending for one endpoint
     * @param filled hears of each that becomes full, on the telling thread; must not block
     */
    public FullEndpoints(long most, Consumer<EndpointId> filled) {
        this.most = most;
        this.roomAgain = most - Math.max(1, most / SHARE_TO_LEAVE);
        this.filled = filled;
    }

    /** None ever is. */
    public static FullEndpoints never() {
        return new FullEndpoints(Long.MAX_VALUE, _ -> {});
    }

    /** So many deliveries of the endpoint are not settled now. */
    public void pending(EndpointId endpoint, long deliveries) {
        if (deliveries >= most) {
            enter(endpoint);
        } else if (any && deliveries <= roomAgain && full.remove(endpoint)) {
            any = !full.isEmpty();
        }
    }

    private void enter(EndpointId endpoint) {
        if (full.add(endpoint)) {
            any = true;
            filled.accept(endpoint);
        }
    }

    public boolean none() {
        return !any;
    }

    public boolean contains(EndpointId endpoint) {
        return any && full.contains(endpoint);
    }
}
