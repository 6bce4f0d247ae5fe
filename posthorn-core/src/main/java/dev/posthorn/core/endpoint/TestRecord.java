package dev.posthorn.core.endpoint;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tests found out about an endpoint beyond its state.
 *
 * @param types latest result by event type; only for profiles that test each type by itself
 * @param allowedPerMinute requests per minute the receiver consented to; null for any number
 */
public record TestRecord(Map<String, TypeTest> types, @Nullable Integer allowedPerMinute) {
    /** Nothing was tested yet. */
    public static final TestRecord NONE = new TestRecord(Map.of(), null);

    public TestRecord {
        types = Map.copyOf(types);
    }

    /**
     * How the latest test of one event type went.
     *
     * @param atMs when it ended, milliseconds since 1970
     * @param message a sentence a person can act on
     */
    public record TypeTest(long atMs, boolean passed, String message) {}
}
