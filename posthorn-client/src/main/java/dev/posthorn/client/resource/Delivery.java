package dev.posthorn.client.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one endpoint.
 *
 * @param event id of the event
 * @param webhookConfig id of the endpoint
 * @param state {@code pending}, {@code delivered}, {@code failed} or {@code cancelled}
 * @param held whether it waits for its endpoint rather than for its time
 * @param attempts made so far
 * @param nextAttempt null once the state is final
 * @param lastStatus what the receiver answered last; null without an answer
 * @param reason why it ended as it did
 * @param id UUIDv7
 * @param type such as {@code user.updated}
 * @param lastError why no answer came last; null after an answer
 * @param dateCreated when it was made
 * @param dateCompleted when it ended; null before
 */
public record Delivery(
        String id,
        String event,
        String webhookConfig,
        @Nullable String type,
        String state,
        boolean held,
        int attempts,
        @Nullable Instant nextAttempt,
        @Nullable Integer lastStatus,
        @Nullable String lastError,
        @Nullable Instant dateCreated,
        @Nullable Instant dateCompleted,
        @Nullable String reason) {

    /**
     * Whether it has not ended yet.
     *
     * @return true when so
     */
    public boolean isPending() {
        return state.equals("pending");
    }
}
