package dev.posthorn.core.profile;

import dev.posthorn.core.event.EventId;
import dev.posthorn.core.signature.Secret;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One request of a test and what it must come back with.
 *
 * @param eventType slug of the event it carries, null for a handshake
 * @param request made just before it leaves, so that its time is fresh
 */
public record TestCall(
        @Nullable String eventType,
        Expectation expectation,
        Function<Moment, OutgoingRequest> request) {

    /**
     * What a request is made with that is new for every call.
     *
     * @param eventId of an event that exists nowhere else
     * @param nowMs milliseconds since 1970
     * @param forged a secret nobody knows; only forged calls use it
     */
    public record Moment(EventId eventId, long nowMs, Secret forged) {}
}
