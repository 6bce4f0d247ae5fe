package dev.posthorn.server.ingest;

import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import java.util.Map;

/** Holds the data of events against what their types promise. Used by many threads. */
public interface DataCheck {
    /** Takes everything. */
    DataCheck NONE =
            new DataCheck() {
                @Override
                public boolean concerns(EventType type) {
                    return false;
                }

                @Override
                public Map<String, String> problems(EventType type, Payload data) {
                    return Map.of();
                }
            };

    /** Whether data of this type is checked at all; asked on the loop for every event. */
    boolean concerns(EventType type);

    /**
     * What is wrong with the data, by field such as {@code data/user/id}; empty when nothing is.
     * Takes its time: not to be called on a loop.
     */
    Map<String, String> problems(EventType type, Payload data);
}
