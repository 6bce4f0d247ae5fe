package dev.posthorn.core.administration;

import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.profile.TestAccount;
import org.jspecify.annotations.Nullable;

/**
 * Who changes something.
 *
 * @param key null for a user
 * @param account what a test may show of them
 */
public record Actor(@Nullable KeyId key, TestAccount account) {
    /** When nobody asked. */
    public static final Actor POSTHORN =
            new Actor(null, new TestAccount.KeyAccount("posthorn", "Posthorn", null));
}
