package dev.posthorn.core.user;

import org.jspecify.annotations.Nullable;

/**
 * How a portal looks. Null leaves a part as it is.
 *
 * @param accent a colour as {@code #rrggbb}
 * @param logoUrl an https URL, shown instead of our mark
 * @param product name shown instead of ours
 */
public record PortalTheme(
        Mode mode, @Nullable String accent, @Nullable String logoUrl, @Nullable String product) {
    /** As the reader's system has it. */
    public static final PortalTheme PLAIN = new PortalTheme(Mode.SYSTEM, null, null, null);

    /** Light or dark. */
    public enum Mode {
        SYSTEM,
        LIGHT,
        DARK
    }
}
