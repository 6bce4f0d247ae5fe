package dev.posthorn.server.ingest;

import java.util.List;

/**
 * What one publishing call brought.
 *
 * @param events at least one, in the order sent
 * @param batch whether it is answered with a list
 */
record Submission(List<ParsedEvent> events, boolean batch) {
    /** How answers name an event's field: {@code events[3].type}, or {@code type} alone. */
    String field(int index, String name) {
        return batch ? "events[" + index + "]." + name : name;
    }
}
