package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.server.dashboard.desk.DeskWebhook;
import dev.posthorn.server.dashboard.shown.StateReason;
import dev.posthorn.server.dashboard.visit.Tab;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.dashboard.webhooks.WebhookRow;
import java.util.List;

/**
 * What stands above every view of a webhook.
 *
 * @param state as the dashboard says it
 * @param sinceMs when it came into its state
 * @param reason why it is in its state, empty when there is nothing to say
 * @param waiting deliveries not settled
 */
public record Heading(
        String id,
        String name,
        String url,
        String state,
        long sinceMs,
        String reason,
        boolean verified,
        boolean paused,
        long waiting,
        List<Tab> tabs) {

    static Heading of(Visit visit, DeskWebhook webhook, Section shown) {
        Endpoint endpoint = webhook.endpoint();
        return new Heading(
                webhook.id(),
                WebhookRow.name(endpoint, visit.words()),
                endpoint.settings().url(),
                WebhookRow.state(endpoint),
                endpoint.stateSinceMs(),
                StateReason.of(endpoint, visit.words()),
                endpoint.verified(),
                endpoint.settings().paused(),
                webhook.lane().map(lane -> lane.pending()).orElse(0L),
                Section.tabs(webhook.id(), shown, visit));
    }

    /** Kind of the notice about its state; empty when there is nothing to tell. */
    public String notice() {
        return switch (state) {
            case "invalid" -> "bad";
            case "new" -> "info";
            case "paused" -> "held";
            case "deactivated" -> "plain";
            default -> "";
        };
    }

    /** Path of this webhook's pages. */
    public String path() {
        return Section.OVERVIEW.href(id);
    }
}
