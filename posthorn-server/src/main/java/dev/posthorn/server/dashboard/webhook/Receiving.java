package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.server.dashboard.desk.DeskWebhook;
import dev.posthorn.server.dashboard.words.Words;
import java.util.List;

/** Says what a webhook gets, or why it gets nothing; {@code receives} of the API, for people. */
final class Receiving {
    private Receiving() {}

    static String of(DeskWebhook webhook, Words words) {
        Endpoint endpoint = webhook.endpoint();
        String wanted = wanted(webhook, words);
        return switch (endpoint.state()) {
            case DEACTIVATED -> words.say("receives.deactivated");
            case INVALID -> words.say("receives.invalid", wanted);
            case NEW -> words.say("receives.new", wanted);
            case VALID ->
                    endpoint.settings().paused() ? words.say("receives.paused", wanted) : wanted;
        };
    }

    private static String wanted(DeskWebhook webhook, Words words) {
        EndpointSettings settings = webhook.endpoint().settings();
        List<String> types = settings.eventTypes();
        if (types == null) {
            return settings.operational()
                    ? words.say("receives.operational")
                    : routed(webhook, words);
        }
        if (types.isEmpty()) {
            return words.say("receives.no-types");
        }
        String events =
                types.contains("*")
                        ? words.say("receives.all")
                        : words.say("receives.types", String.join(", ", types));
        return settings.channels().isEmpty()
                ? events
                : words.say("receives.channels", events, String.join(", ", settings.channels()));
    }

    private static String routed(DeskWebhook webhook, Words words) {
        long keys = webhook.keysNamingIt();
        if (keys == 0) {
            return words.say(webhook.isDefault() ? "receives.default" : "receives.nothing");
        }
        return words.count(
                webhook.isDefault() ? "receives.default-and-keys" : "receives.keys", keys);
    }
}
