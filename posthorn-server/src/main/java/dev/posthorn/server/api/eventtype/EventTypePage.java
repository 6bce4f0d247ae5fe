package dev.posthorn.server.api.eventtype;

import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.server.api.read.QueryFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of the catalogue, by slug; {@code after_id} and {@code before_id} are slugs. */
final class EventTypePage {
    private static final int DEFAULT_LIMIT = 10;
    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "false", false);
    private static final Map<String, Boolean> DESCENDING = Map.of("asc", false, "desc", true);

    private EventTypePage() {}

    static Page<TypeEntry> of(List<TypeEntry> bySlug, QueryFields query) {
        boolean archived = query.word("archived", FLAGS).orElse(false);
        int limit = query.integer("limit", 1, PageRequest.MAX_LIMIT, DEFAULT_LIMIT);
        Optional<String> after = query.text("after_id");
        Optional<String> before = query.text("before_id");
        boolean descending = query.word("order", DESCENDING).orElse(false);
        query.done();
        List<TypeEntry> all = bySlug.stream().filter(it -> it.archived() == archived).toList();
        List<TypeEntry> rest =
                (descending ? all.reversed() : all)
                        .stream()
                                .filter(it ->
                                        after.isEmpty() || follows(it, after.get(), descending))
                                .filter(it ->
                                        before.isEmpty() || !follows(it, before.get(), descending))
                                .filter(it -> before.isEmpty() || !slug(it).equals(before.get()))
                                .toList();
        boolean more = rest.size() > limit;
        return new Page<>(more ? rest.subList(0, limit) : rest, more, 0, all.size(), false);
    }

    private static boolean follows(TypeEntry it, String slug, boolean descending) {
        int order = slug(it).compareTo(slug);
        return descending ? order < 0 : order > 0;
    }

    private static String slug(TypeEntry it) {
        return it.type().slug();
    }
}
