package dev.posthorn.server.api.resource;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.health.Missed;

/**
 * An endpoint as one caller may see it.
 *
 * @param receives a sentence, see {@link Receives}
 * @param secrets whether the caller may see secrets, which {@code read} alone does not allow
 */
public record EndpointView(Endpoint endpoint, String receives, Missed missed, boolean secrets) {}
