package dev.posthorn.core.audit;

import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.user.UserId;
import org.jspecify.annotations.Nullable;

/** Who changes something. */
public sealed interface Author {
    /** {@code name}: as it was then, null when the key has none. */
    record ByKey(KeyId key, @Nullable String name) implements Author {}

    /** Somebody signed in to the dashboard. {@code name}: as it was then. */
    record ByUser(UserId user, String name) implements Author {}

    /** Whoever came to the dashboard by a portal link: another program knows who that was. */
    record ByPortal() implements Author {}

    /** The node by itself: after a test, a run of failures, at its start. */
    record ByPosthorn() implements Author {}

    /** Sequence number of the key or user; null for those who have none. */
    default @Nullable Long seq() {
        return switch (this) {
            case ByKey(KeyId key, _) -> (Long) key.seq();
            case ByUser(UserId user, _) -> (Long) user.seq();
            case ByPortal _, ByPosthorn _ -> null;
        };
    }
}
