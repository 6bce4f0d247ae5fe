package dev.posthorn.server.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one publishing call brought.
 *
 * @param events those that are right so far, in the order sent
 * @param batch whether it is answered with a list
 * @param refusals what was wrong with the others; null when all or none are taken
 */
record Submission(List<ParsedEvent> events, boolean batch, @Nullable Refusals refusals) {
    Submission(List<ParsedEvent> events, boolean batch) {
        this(events, batch, null);
    }

    /**
     * How answers name a field of the event at a place: {@code events[3].type}, or {@code type}.
     */
    String field(int place, String name) {
        return batch ? "events[" + place + "]." + name : name;
    }

    Submission with(List<ParsedEvent> left) {
        return new Submission(left, batch, refusals);
    }
}
