package dev.posthorn.server.dashboard.webhookform;

import java.util.List;

/**
 * A profile to choose, with what a receiver would get.
 *
 * @param sentence what it is like
 * @param path of the example's URL
 * @param headers names and values
 * @param body as text
 * @param steps its retry schedule
 * @param total what the schedule comes to
 */
public record ProfileCard(
        String name,
        String sentence,
        String method,
        String path,
        List<TypedWebhook.Header> headers,
        String body,
        List<Step> steps,
        String total) {

    /** One attempt of a schedule: when after the one before, and which it is. */
    public record Step(String after, String which) {}
}
