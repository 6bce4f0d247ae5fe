package dev.posthorn.server.dashboard.types;

import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.List;
import java.util.Locale;

/**
 * The catalogue as its page shows it.
 *
 * @param text what was searched for, empty for nothing
 * @param next address of the next page; empty on the last
 */
public record TypeList(List<TypeRow> rows, String text, String summary, String next) {
    private static final int PAGE = 100;

    static TypeList of(Visit visit) {
        String text = visit.asked("text").orElse("");
        String after = visit.asked("after").orElse("");
        List<TypeEntry> found =
                visit.desk().ports().directory().eventTypes().all().stream()
                        .filter(entry -> fits(entry, text.toLowerCase(Locale.ROOT)))
                        .toList();
        List<TypeRow> rows =
                found.stream()
                        .filter(entry -> entry.type().slug().compareTo(after) > 0)
                        .limit(PAGE)
                        .map(TypeRow::of)
                        .toList();
        boolean more =
                !rows.isEmpty() && !rows.getLast().slug().equals(found.getLast().type().slug());
        return new TypeList(
                rows,
                text,
                visit.words().count("types.count", found.size()),
                more ? href(text, rows.getLast().slug()) : "");
    }

    private static boolean fits(TypeEntry entry, String text) {
        String description = entry.description();
        return entry.type().slug().toLowerCase(Locale.ROOT).contains(text)
                || (description != null && description.toLowerCase(Locale.ROOT).contains(text));
    }

    private static String href(String text, String after) {
        return "/ui/types?text=" + Visit.encoded(text) + "&after=" + Visit.encoded(after);
    }

    /** One type of the list. */
    public record TypeRow(
            String slug, String description, boolean schema, boolean checked, boolean archived) {
        static TypeRow of(TypeEntry entry) {
            String description = entry.description();
            return new TypeRow(
                    entry.type().slug(),
                    description == null ? "" : description,
                    entry.schema() != null,
                    entry.checked(),
                    entry.archived());
        }
    }
}
