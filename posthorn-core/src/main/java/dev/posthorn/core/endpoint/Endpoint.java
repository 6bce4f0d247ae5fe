package dev.posthorn.core.endpoint;

import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.signature.EndpointSecrets;
import org.jspecify.annotations.Nullable;

/**
 * A URL that receives: what its owner chose, its secrets and where it stands.
 *
 * @param uid the owner's own id, unique within the organisation
 * @param stateReason why it is in this state, for a person; null when there is nothing to say
 * @param stateSinceMs when it came into this state
 * @param testedMs when the last test ended; null before the first
 * @param tests what tests found out beyond the state
 * @param revision counts up with every change of settings or secrets; attempts record it
 */
public record Endpoint(
        EndpointId id,
        OrganisationId organisation,
        @Nullable String uid,
        EndpointSettings settings,
        EndpointSecrets secrets,
        EndpointState state,
        @Nullable String stateReason,
        long stateSinceMs,
        boolean verified,
        long createdMs,
        long updatedMs,
        @Nullable Long testedMs,
        TestRecord tests,
        int revision) {

    /** Why it is invalid when its receiver said 410: gone for good, so nothing tests it again. */
    public static final String GONE = "gone";

    /** Why it is valid on the operator's word. */
    public static final String NOT_TESTED = "not tested";

    /** Whether deliveries may leave now: tested and not held by its owner. */
    public boolean sends() {
        return state == EndpointState.VALID && !settings.paused();
    }

    /** Whether a receiver that was mended is to be found without its owner's asking. */
    public boolean isTestedAgain() {
        return state == EndpointState.INVALID && !GONE.equals(stateReason);
    }

    /** Deliveries per second: the owner's limit or the one the receiver set, null for none. */
    public @Nullable Double ratePerSecond() {
        Double chosen = settings.ratePerSecond();
        Integer allowed = tests.allowedPerMinute();
        if (allowed == null) {
            return chosen;
        }
        double perSecond = allowed / 60.0;
        return chosen == null ? perSecond : Math.min(chosen, perSecond);
    }

    public Endpoint withUid(String changed, long nowMs) {
        return new Endpoint(
                id,
                organisation,
                changed,
                settings,
                secrets,
                state,
                stateReason,
                stateSinceMs,
                verified,
                createdMs,
                nowMs,
                testedMs,
                tests,
                revision);
    }

    public Endpoint withState(EndpointState to, @Nullable String reason, long nowMs) {
        return new Endpoint(
                id,
                organisation,
                uid,
                settings,
                secrets,
                to,
                reason,
                since(to, nowMs),
                verified,
                createdMs,
                nowMs,
                testedMs,
                tests,
                revision);
    }

    private long since(EndpointState to, long nowMs) {
        return to == state ? stateSinceMs : nowMs;
    }

    /** The state a finished test leads to, written together with when and whether verified. */
    public Endpoint tested(
            EndpointState verdict,
            @Nullable String reason,
            boolean nowVerified,
            TestRecord found,
            long nowMs) {
        return new Endpoint(
                id,
                organisation,
                uid,
                settings,
                secrets,
                verdict,
                reason,
                since(verdict, nowMs),
                nowVerified,
                createdMs,
                updatedMs,
                nowMs,
                found,
                revision);
    }

    /** With results of tests that no longer count taken out, such as of types newly chosen. */
    public Endpoint withTests(boolean nowVerified, TestRecord kept) {
        return new Endpoint(
                id,
                organisation,
                uid,
                settings,
                secrets,
                state,
                stateReason,
                stateSinceMs,
                nowVerified,
                createdMs,
                updatedMs,
                testedMs,
                kept,
                revision);
    }

    public Endpoint withSettings(EndpointSettings changed, long nowMs) {
        return new Endpoint(
                id,
                organisation,
                uid,
                changed,
                secrets,
                state,
                stateReason,
                stateSinceMs,
                verified,
                createdMs,
                nowMs,
                testedMs,
                tests,
                revision + 1);
    }

    public Endpoint withSecrets(EndpointSecrets changed, long nowMs) {
        return new Endpoint(
                id,
                organisation,
                uid,
                settings,
                changed,
                state,
                stateReason,
                stateSinceMs,
                verified,
                createdMs,
                nowMs,
                testedMs,
                tests,
                revision + 1);
    }
}
