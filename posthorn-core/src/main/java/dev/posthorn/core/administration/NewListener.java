package dev.posthorn.core.administration;

import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A listener somebody wants.
 *
 * @param settings of its endpoint, with a {@code ListenerAddress} as URL: there is one listener at
 *     each
 * @param secret the owner's own; null for the one it had before, or a generated one
 */
public record NewListener(
        OrganisationId organisation, EndpointSettings settings, @Nullable String secret) {}
