package dev.posthorn.server.ingest;

import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * For whom an event is published.
 *
 * @param key the key it is published on behalf of; null for the operator's own
 */
record Publisher(Organisation organisation, @Nullable Key key) {}
