package dev.posthorn.client.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who got an event, who did not, and why; worked out when asked.
 *
 * @param event id of the event
 * @param endpoints every endpoint of the event's organisation
 */
public record Routing(@Nullable String event, List<Verdict> endpoints) {
    /**
     * About one endpoint.
     *
     * @param webhookConfig id of the endpoint
     * @param verdict {@code sent}, or why not: {@code not-subscribed}, {@code channels}, {@code
     *     not-default}, {@code invalid}, {@code deactivated} or {@code too-many-pending}
     * @param delivery id of its delivery; null when there is none
     */
    public record Verdict(String webhookConfig, String verdict, @Nullable String delivery) {}
}
