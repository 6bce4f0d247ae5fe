package dev.posthorn.core.profile;

import org.jspecify.annotations.Nullable;

/** The account that started a test; ids in their public form. */
public sealed interface TestAccount {
    String id();

    record UserAccount(String id, String email, String name, String role, String organisation)
            implements TestAccount {}

    /** {@code organisation}: null for a key of the operator's. */
    record KeyAccount(String id, @Nullable String name, @Nullable String organisation)
            implements TestAccount {}
}
