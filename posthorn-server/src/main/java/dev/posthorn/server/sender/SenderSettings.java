package dev.posthorn.server.sender;

import dev.posthorn.server.egress.EgressProxy;
import dev.posthorn.server.egress.EgressSettings;
import io.vertx.core.net.TrustOptions;
import org.jspecify.annotations.Nullable;

/**
 * What one sender is made with.
 *
 * @param maxInFlight requests at once; also how many connections are kept for later
 * @param trust authorities receivers' certificates may come from, null for the JDK's own
 * @param proxy what all connections go through, null when there is none
 */
public record SenderSettings(
        EgressSettings egress,
        int maxInFlight,
        @Nullable TrustOptions trust,
        @Nullable EgressProxy proxy) {
    public SenderSettings(EgressSettings egress, int maxInFlight) {
        this(egress, maxInFlight, null, null);
    }

    public SenderSettings(EgressSettings egress, int maxInFlight, @Nullable TrustOptions trust) {
        this(egress, maxInFlight, trust, null);
    }
}
