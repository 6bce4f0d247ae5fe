package dev.posthorn.server.api.resource;

import dev.posthorn.core.organisation.Key;
import org.jspecify.annotations.Nullable;

/**
 * A key as its holder may see it.
 *
 * @param token in the one answer that shows it; null in every other
 * @param lastUsedMs null when it was never used, or not since the node started
 * @param nowMs decides whether it has expired
 */
public record KeyView(Key key, @Nullable String token, @Nullable Long lastUsedMs, long nowMs) {}
