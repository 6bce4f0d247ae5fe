package dev.posthorn.server.api.resource;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.Organisation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says in a sentence what an endpoint gets, or why it gets nothing: {@code receives} of the API. A
 * look at the directory at one moment; made once per answer.
 */
public final class Receives {
    private final Directory directory;
    private final Map<Long, Integer> keysNaming = new HashMap<>();

    public Receives(Directory directory) {
        this.directory = directory;
        for (Key key : directory.keys()) {
            if (key.endpoint() != null) {
                keysNaming.merge(key.endpoint(), 1, Integer::sum);
            }
        }
    }

    public String sentence(Endpoint endpoint) {
        return switch (endpoint.state()) {
            case DEACTIVATED -> "nothing: it is deactivated";
            case INVALID -> "nothing while it is invalid; when valid, " + wanted(endpoint);
            case NEW -> "held until its test succeeds: " + wanted(endpoint);
            case VALID -> (endpoint.settings().paused() ? "held: " : "") + wanted(endpoint);
        };
    }

    private String wanted(Endpoint endpoint) {
        EndpointSettings settings = endpoint.settings();
        if (settings.operational() && settings.eventTypes() == null) {
            return "operational events of all organisations";
        }
        return settings.eventTypes() == null
                ? routed(endpoint)
                : subscribed(settings.eventTypes(), settings.channels());
    }

    private String routed(Endpoint endpoint) {
        boolean standard = isDefault(endpoint);
        int keys = keysNaming.getOrDefault(endpoint.id().seq(), 0);
        String named = keys == 1 ? "1 key" : keys + " keys";
        if (standard) {
            return keys == 0
                    ? "every event that no key sends elsewhere"
                    : "every event that no key sends elsewhere, and those of " + named;
        }
        return keys == 0
                ? "nothing: no key names it and it is not the organisation's default"
                : "events published with " + named;
    }

    private boolean isDefault(Endpoint endpoint) {
        return directory
                .organisation(endpoint.organisation())
                .map(Organisation::defaultEndpoint)
                .filter(seq -> seq == endpoint.id().seq())
                .isPresent();
    }

    private static String subscribed(List<String> types, List<String> channels) {
        if (types.isEmpty()) {
            return "nothing: its list of event types is empty";
        }
        String events = types.contains("*") ? "every event" : "events " + String.join(", ", types);
        return channels.isEmpty() ? events : events + " in channels " + String.join(", ", channels);
    }
}
