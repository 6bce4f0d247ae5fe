package dev.posthorn.core.catalogue;

import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The event types of the systems Posthorn stands in for: users, companies and comments. */
public final class Catalogue {
    private static final Map<String, CatalogueEntry> ENTRIES = entriesBySlug();

    private Catalogue() {}

    public static List<CatalogueEntry> entries() {
        return List.copyOf(ENTRIES.values());
    }

    public static Optional<CatalogueEntry> entry(EventType type) {
        return Optional.ofNullable(ENTRIES.get(type.slug()));
    }

    /** Example data of a type; empty for a type not in the catalogue. */
    public static Optional<Payload> example(String slug) {
        return Optional.ofNullable(ENTRIES.get(slug)).map(CatalogueEntry::example);
    }

    private static Map<String, CatalogueEntry> entriesBySlug() {
        Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
        Stream.of(CommentTypes.entries(), UserTypes.entries(), CompanyTypes.entries())
                .flatMap(List::stream)
                .forEach(entry -> entries.put(entry.type().slug(), entry));
        return entries;
    }
}
