package dev.posthorn.core.operational;

import dev.posthorn.core.health.Occurrence;

/**
 * Occurrences of one type at one endpoint, told together.
 *
 * @param latest what is told in full
 * @param count how many it stands for, itself included
 * @param firstMs the first of them, milliseconds since 1970
 */
public record Announcement(Occurrence latest, long count, long firstMs) {
    static Announcement of(Occurrence occurrence) {
        return new Announcement(occurrence, 1, occurrence.atMs());
    }

    Announcement and(Occurrence later) {
        return new Announcement(later, count + 1, firstMs);
    }
}
