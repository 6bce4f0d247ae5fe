package dev.posthorn.server.postgres.partition;

import dev.posthorn.core.id.Sequence;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of a table numbered from one moment up to another, milliseconds since 1970. Its name
 * says which, so that nobody has to parse what the catalogue says of bounds.
 *
 * @param toMs excluded
 */
record Partition(String table, long fromMs, long toMs) {
    private static final Pattern NAME = Pattern.compile("([a-z]+)_(\\d+)_(\\d+)");

    static Optional<Partition> named(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches()
                ? Optional.of(
                        new Partition(
                                parts.group(1),
                                Long.parseLong(parts.group(2)),
                                Long.parseLong(parts.group(3))))
                : Optional.empty();
    }

    String name() {
        return table + "_" + fromMs + "_" + toMs;
    }

    /** Attached when it is whole: that locks out nobody who reads or writes the table. */
    String create() {
        return """
        CREATE TABLE %s (LIKE %s INCLUDING ALL);
        ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM (%d) TO (%d)
        """
                .formatted(
                        name(),
                        table,
                        table,
                        name(),
                        Sequence.firstOf(fromMs),
                        Sequence.firstOf(toMs));
    }

    /** Another node may have been quicker. */
    String drop() {
        return "DROP TABLE IF EXISTS " + name();
    }
}
