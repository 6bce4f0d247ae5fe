package dev.posthorn.core.audit;

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
