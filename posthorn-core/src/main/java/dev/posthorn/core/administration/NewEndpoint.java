package dev.posthorn.core.administration;

import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint somebody wants.
 *
 * @param uid the owner's own id for it; null for none
 * @param secret the owner's own; null for a generated one
 */
public record NewEndpoint(
        OrganisationId organisation,
        @Nullable String uid,
        EndpointSettings settings,
        @Nullable String secret,
        Start start) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "NewEndpoint[" + organisation + ", " + uid + ", " + settings + ", " + start + "]";
    }

    /** How it begins. */
    public enum Start {
        /** New, and its test starts at once. */
        TESTED,
        /** Valid at once, on the operator's word. */
        TRUSTED,
        /** Deactivated, without a test. */
        DEACTIVATED
    }
}
