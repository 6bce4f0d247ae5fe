package dev.posthorn.core.audit;

import dev.posthorn.core.organisation.KeyId;

import org.jspecify.annotations.Nullable;

/** Who changes something. */
public sealed interface Author {
    /** {@code name}: as it was then, null when the key has none. */
    record ByKey(KeyId key, @Nullable String name) implements Author {}

    /** The node by itself: after a test, a run of failures, at its start. */
    record ByPosthorn() implements Author {}
}
