package dev.posthorn.server.sender;

import dev.posthorn.server.egress.EgressSettings;
import io.vertx.core.net.TrustOptions;
import org.jspecify.annotations.Nullable;

/**
 * What one sender is made with.
 *
 * @param maxInFlight requests at once; also how many connections are kept for later
 * @param trust authorities receivers' certificates may come from, null for the JDK's own
 */
public record SenderSettings(EgressSettings egress, int maxInFlight, @Nullable TrustOptions trust) {
    public SenderSettings(EgressSettings egress, int maxInFlight) {
        this(egress, maxInFlight, null);
    }
}
