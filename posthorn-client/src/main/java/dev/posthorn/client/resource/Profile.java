package dev.posthorn.client.resource;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A wire contract.
 *
 * @param name what endpoints are set up with
 * @param builtIn false for those of the operator's own
 * @param retry its schedule, as the API writes one
 */
public record Profile(String name, boolean builtIn, @Nullable JsonNode retry) {}
