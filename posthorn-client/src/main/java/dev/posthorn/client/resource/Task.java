package dev.posthorn.client.resource;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Work the server does in the background.
 *
 * @param type such as {@code webhook_config.test}
 * @param state {@code pending}, {@code processing}, {@code succeeded} or {@code failed}
 * @param results for a test, one object per call: {@code event_type}, {@code expected}, {@code
 *     request}, {@code response}, {@code passed}, {@code message}
 * @param target id of what it works on
 * @param id UUIDv7
 * @param error why it failed; null otherwise
 * @param organisation id or uid
 * @param dateCreated when it was made
 * @param dateStarted when it began
 * @param dateCompleted when it ended; null before
 */
public record Task(
        String id,
        String type,
        String state,
        @Nullable List<JsonNode> results,
        @Nullable JsonNode error,
        @Nullable String target,
        @Nullable String organisation,
        @Nullable Instant dateCreated,
        @Nullable Instant dateStarted,
        @Nullable Instant dateCompleted) {

    /**
     * Whether it has ended, well or not.
     *
     * @return true when so
     */
    public boolean isOver() {
        return state.equals("succeeded") || state.equals("failed");
    }
}
