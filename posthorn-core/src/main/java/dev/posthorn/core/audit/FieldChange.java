package dev.posthorn.core.audit;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field before and after, as text; null for not set. Of secrets only that they changed is said:
 * both sides are {@link #MASKED}.
 */
public record FieldChange(String field, @Nullable String before, @Nullable String after) {
    public static final String MASKED = "***";

    /** Longer values are cut: the trail says what was changed, it is no copy of it. */
    static final int MAX_LENGTH = 1_000;

    public FieldChange {
        before = cut(before);
        after = cut(after);
    }

    private static final Set<String> REFERENCES =
            Set.of("webhook_config", "webhook_config_default");

    /** Whether both sides are sequence numbers, to be shown as public ids. */
    public boolean isReference() {
        return REFERENCES.contains(field);
    }

    /** Whether it is about a secret. */
    public boolean isMasked() {
        return MASKED.equals(after);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= MAX_LENGTH
                ? text
                : text.substring(0, MAX_LENGTH) + "…";
    }
}
