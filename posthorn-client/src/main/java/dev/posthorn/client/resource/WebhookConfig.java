package dev.posthorn.client.resource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An endpoint: a URL that receives, with its settings.
 *
 * @param id UUIDv7
 * @param organisation id of its owner
 * @param url where requests go; {@code ricloud} puts the event's id behind it
 * @param secret what its requests are signed with; null for keys that may only read
 * @param state {@code new}, {@code valid}, {@code invalid} or {@code deactivated}
 * @param stateReason why, where there is more to say
 * @param dateCreated when it was made
 * @param dateUpdated when it was changed last
 * @param dateTested when its last test ended; null before
 * @param uid the caller's own id for it
 * @param name for people
 * @param description for people
 * @param profile the wire contract, such as {@code standard}
 * @param eventTypes slugs and patterns; null when it gets what is routed to it
 * @param metadata the caller's own notes
 * @param paused whether its deliveries are held
 * @param verified whether it also refused a forged call
 * @param receives a sentence on which events reach it
 * @param publicKey {@code whpk_…} to check ed25519 signatures with; null without them
 * @param channels only events with one of these reach it; empty for all
 * @param headers sent along with every request, secrets among them masked
 * @param options what its profile was told
 * @param retry its own schedule; null for the profile's
 * @param rateLimit deliveries per second; null for no limit
 * @param maxInFlight requests at once; null for the server's limit
 * @param ordering {@code none}, {@code fifo} or {@code entity}
 * @param timeoutMs milliseconds for a whole exchange; null for the server's
 * @param tests by event type, how it was last tested; of profiles that test every type
 * @param auth what gets requests past a door before it, secrets masked; null for nothing
 * @param operational {@code all} when it gets the operational events of all organisations
 */
public record WebhookConfig(
        String id,
        String organisation,
        String url,
        @Nullable String secret,
        String state,
        @Nullable String stateReason,
        @Nullable Instant dateCreated,
        @Nullable Instant dateUpdated,
        @Nullable Instant dateTested,
        @Nullable String uid,
        @Nullable String name,
        @Nullable String description,
        @Nullable String profile,
        @Nullable List<String> eventTypes,
        @Nullable Map<String, String> metadata,
        boolean paused,
        boolean verified,
        @Nullable String receives,
        @Nullable String publicKey,
        @Nullable List<String> channels,
        @Nullable Map<String, String> headers,
        @Nullable JsonNode options,
        @Nullable JsonNode retry,
        @Nullable Double rateLimit,
        @Nullable Integer maxInFlight,
        @Nullable String ordering,
        @Nullable Long timeoutMs,
        @Nullable Map<String, JsonNode> tests,
        @Nullable JsonNode auth,
        @Nullable String operational) {

    /**
     * Whether it is sent to.
     *
     * @return true in state {@code valid} alone
     */
    public boolean isValid() {
        return state.equals("valid");
    }

    /** Without the secret: values end up in logs. */
    @Override
    public String toString() {
        return "WebhookConfig[" + id + ", " + url + ", " + profile + ", " + state + "]";
    }
}
