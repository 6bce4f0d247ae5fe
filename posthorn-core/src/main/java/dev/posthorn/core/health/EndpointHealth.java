package dev.posthorn.core.health;

import dev.posthorn.core.endpoint.EndpointId;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an endpoint's troubles, also over a restart.
 *
 * @param streak null while its latest attempt succeeded, or none was made
 */
public record EndpointHealth(EndpointId endpoint, @Nullable FailureStreak streak, Missed missed) {

    public static EndpointHealth good(EndpointId endpoint) {
        return new EndpointHealth(endpoint, null, Missed.NONE);
    }

    /** Nothing to remember: it need not be stored. */
    public boolean isGood() {
        return streak == null && missed.events() == 0;
    }

    EndpointHealth with(@Nullable FailureStreak changed) {
        return new EndpointHealth(endpoint, changed, missed);
    }

    EndpointHealth with(Missed changed) {
        return new EndpointHealth(endpoint, streak, changed);
    }
}
