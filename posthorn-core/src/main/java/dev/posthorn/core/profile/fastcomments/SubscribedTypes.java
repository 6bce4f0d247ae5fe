package dev.posthorn.core.profile.fastcomments;

import dev.posthorn.core.catalogue.Catalogue;
import dev.posthorn.core.event.EventType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The event types a test goes through, one by one. */
final class SubscribedTypes {
    private static final List<String> COMMENTS =
            List.of("comment.created", "comment.updated", "comment.deleted");

    private SubscribedTypes() {}

    /**
     * {@code null}, {@code *} and {@code comment.*} mean the three comment types, other patterns
     * those the catalogue knows. An endpoint nothing is known about is tested with comments.
     */
    static List<String> of(@Nullable List<String> eventTypes) {
        if (eventTypes == null) {
            return COMMENTS;
        }
        Set<String> slugs = new LinkedHashSet<>();
        eventTypes.forEach(pattern -> slugs.addAll(slugs(pattern)));
        return slugs.isEmpty() ? COMMENTS : List.copyOf(slugs);
    }

    private static List<String> slugs(String pattern) {
        if (EventType.isSlug(pattern)) {
            return List.of(pattern);
        }
        if (pattern.equals("*")) {
            return COMMENTS;
        }
        String prefix = pattern.substring(0, pattern.length() - 1);
        return known().filter(slug -> slug.startsWith(prefix)).toList();
    }

    private static Stream<String> known() {
        return Catalogue.entries().stream().map(entry -> entry.type().slug());
    }
}
