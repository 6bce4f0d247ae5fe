package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.server.dashboard.desk.DeskWebhook;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.dashboard.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is set for a webhook, for reading.
 *
 * @param headers names only: their values may be credentials
 */
public record SettingsView(
        Heading heading, List<Line> lines, List<String> headers, boolean active, long createdMs) {

    /** One setting in words. */
    public record Line(String label, String value) {}

    static SettingsView of(Visit visit, DeskWebhook webhook) {
        Endpoint endpoint = webhook.endpoint();
        return new SettingsView(
                Heading.of(visit, webhook, Section.SETTINGS),
                lines(endpoint, webhook, visit.words()),
                List.copyOf(endpoint.settings().headers().keySet()),
                endpoint.state() != EndpointState.DEACTIVATED,
                endpoint.createdMs());
    }

    private static List<Line> lines(Endpoint endpoint, DeskWebhook webhook, Words words) {
        EndpointSettings settings = endpoint.settings();
        List<Line> lines = new ArrayList<>();
        add(lines, words.say("settings.uid"), endpoint.uid());
        add(lines, words.say("settings.description"), settings.description());
        add(lines, words.say("webhook.url"), settings.url());
        add(lines, words.say("webhook.profile"), settings.profile());
        add(lines, words.say("settings.receives"), Receiving.of(webhook, words));
        add(
                lines,
                words.say("webhook.order"),
                words.say("webhook.order." + word(settings.ordering())));
        add(lines, words.say("settings.retry"), retry(settings, words));
        Double rate = settings.ratePerSecond();
        add(
                lines,
                words.say("webhook.rate"),
                rate == null
                        ? words.say("settings.no-limit")
                        : rate + " " + words.say("webhook.rate.unit"));
        for (Map.Entry<String, String> one : settings.metadata().entrySet()) {
            add(lines, one.getKey(), one.getValue());
        }
        return lines;
    }

    private static String retry(EndpointSettings settings, Words words) {
        return words.say(settings.retry() == null ? "webhook.retry.profile" : "settings.retry.own");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void add(List<Line> lines, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.add(new Line(label, value));
        }
    }
}
