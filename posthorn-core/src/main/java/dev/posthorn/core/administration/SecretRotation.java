package dev.posthorn.core.administration;

import org.jspecify.annotations.Nullable;

/**
 * A wish for another secret, with the old one good beside it for a while.
 *
 * @param secret the owner's own; null for a generated one
 * @param graceMs for how long the old one still signs, milliseconds; 0 for not at all
 */
public record SecretRotation(@Nullable String secret, long graceMs) {
    /** Each old secret adds a signature to every request. */
    public static final int MAX_OLD_SECRETS = 10;

    /** Without the secret. */
    @Override
    public String toString() {
        return "SecretRotation[" + graceMs + " ms]";
    }
}
