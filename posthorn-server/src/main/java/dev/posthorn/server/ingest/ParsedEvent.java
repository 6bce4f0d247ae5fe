package dev.posthorn.server.ingest;

import dev.posthorn.core.ingest.NewEvent;
import org.jspecify.annotations.Nullable;

/**
 * One event as it stood in a body, its fields checked one by one.
 *
 * @param organisation id or uid it is published for, null when it names none
 * @param key id of the key it is published on behalf of, null when it names none
 */
record ParsedEvent(NewEvent event, @Nullable String organisation, @Nullable String key) {}
