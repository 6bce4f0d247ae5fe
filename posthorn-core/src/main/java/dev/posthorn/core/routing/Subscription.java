package dev.posthorn.core.routing;

import dev.posthorn.core.event.EventType;

/**
 * One entry of an endpoint's {@code event_types}: a slug, {@code a.*} for every longer slug under
 * {@code a.}, or {@code *} for all but operational events.
 */
public record Subscription(String pattern) {
    private static final String EVERYTHING = "*";
    private static final String BELOW = ".*";

    public Subscription {
        if (!isPattern(pattern)) {
            throw new IllegalArgumentException("not an event type or pattern: " + pattern);
        }
    }

    /** {@code operational}: made by Posthorn itself; such types need their entity spelled out. */
    public boolean matches(EventType type, boolean operational) {
        if (pattern.equals(EVERYTHING)) {
            return !operational;
        }
        if (pattern.endsWith(BELOW)) {
            return type.slug().startsWith(pattern.substring(0, pattern.length() - 1));
        }
        return pattern.equals(type.slug());
    }

    public static boolean isPattern(String text) {
        return text.equals(EVERYTHING)
                || (text.endsWith(BELOW)
                        && EventType.isSlug(text.substring(0, text.length() - BELOW.length())))
                || EventType.isSlug(text);
    }
}
