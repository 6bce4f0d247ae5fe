package dev.posthorn.core.event;

/**
 * A dotted slug {@code entity.action}: 1 to 8 parts of {@code A-Za-z0-9_-}, at most 128 characters.
 * The entity is what stands before the last dot, the action what follows it; a slug without a dot
 * is all entity and has an empty action.
 */
public record EventType(String slug) {
    public static final int MAX_LENGTH = 128;
    public static final int MAX_PARTS = 8;

    public EventType {
        if (!isSlug(slug)) {
            throw new IllegalArgumentException("not an event type: " + slug);
        }
    }

    public String entity() {
        int dot = slug.lastIndexOf('.');
        return dot < 0 ? slug : slug.substring(0, dot);
    }

    public String action() {
        int dot = slug.lastIndexOf('.');
        return dot < 0 ? "" : slug.substring(dot + 1);
    }

    public static boolean isSlug(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        int parts = 1;
        int partLength = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.') {
                if (!isSlugCharacter(c)) {
                    return false;
                }
                partLength++;
                continue;
            }
            if (partLength == 0 || ++parts > MAX_PARTS) {
                return false;
            }
            partLength = 0;
        }
        return partLength > 0;
    }

    private static boolean isSlugCharacter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-';
    }
}
