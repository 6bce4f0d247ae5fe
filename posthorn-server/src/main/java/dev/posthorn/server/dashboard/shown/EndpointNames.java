package dev.posthorn.server.dashboard.shown;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.dashboard.words.Words;
import java.util.Optional;

/** What endpoints are called on pages that are about something else. */
public final class EndpointNames {
    private EndpointNames() {}

    /** Empty for one that is gone, or somebody else's. */
    public static Optional<Endpoint> find(EndpointId id, Visit visit) {
        return visit.desk()
                .ports()
                .directory()
                .endpoint(id)
                .filter(endpoint -> visit.desk().covers(endpoint.organisation()));
    }

    /** Its name, else its URL. */
    public static String of(Endpoint endpoint) {
        String name = endpoint.settings().name();
        return name == null || name.isBlank() ? endpoint.settings().url() : name;
    }

    public static String of(Optional<Endpoint> endpoint, Words words) {
        return endpoint.map(EndpointNames::of).orElseGet(() -> words.say("webhooks.gone"));
    }
}
