package dev.posthorn.core.organisation;

import org.jspecify.annotations.Nullable;

/**
 * A customer who owns endpoints; nothing crosses its boundary.
 *
 * @param uid the caller's own id, unique among organisations
 * @param defaultEndpoint sequence number of the endpoint that gets what no key routes elsewhere
 */
public record Organisation(
        OrganisationId id,
        @Nullable String uid,
        String name,
        String slug,
        String defaultProfile,
        @Nullable Long defaultEndpoint,
        boolean paused,
        Standing standing,
        long createdMs) {

    /** What the operator decided; {@code unconfigured} and {@code active} follow from endpoints. */
    public enum Standing {
        OPEN,
        DEACTIVATED,
        BLOCKED
    }

    /** Whether what is pending for its endpoints may leave; otherwise it is held. */
    public boolean sends() {
        return standing == Standing.OPEN && !paused;
    }

    public Organisation withStanding(Standing changed) {
        return new Organisation(
                id, uid, name, slug, defaultProfile, defaultEndpoint, paused, changed, createdMs);
    }

    public Organisation withDefaultEndpoint(@Nullable Long endpoint) {
        return new Organisation(
                id, uid, name, slug, defaultProfile, endpoint, paused, standing, createdMs);
    }
}
