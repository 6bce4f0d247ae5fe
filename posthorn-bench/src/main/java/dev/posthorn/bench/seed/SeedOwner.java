package dev.posthorn.bench.seed;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.organisation.OrganisationId;
import java.util.ArrayList;
import java.util.List;

/**
 * An organisation with its endpoints. The first takes every event; each of the others takes one
 * event type, and so many take the same that an event goes to {@code fan} endpoints.
 *
 * @param endpoints in the order made
 */
record SeedOwner(OrganisationId id, List<EndpointId> endpoints, int fan) {
    private static final List<String> ACTIONS = List.of("created", "updated", "deleted");

    SeedOwner {
        endpoints = List.copyOf(endpoints);
    }

    static int types(int endpoints, int fan) {
        return Math.max(1, (endpoints - 1) / Math.max(1, fan - 1));
    }

    static EventType type(int number) {
        String action = ACTIONS.get(number % ACTIONS.size());
        return new EventType("entity%03d.%s".formatted(number / ACTIONS.size(), action));
    }

    /** Event types of the nth endpoint. */
    static List<String> wants(int endpoint, int endpoints, int fan) {
        return endpoint == 0
                ? List.of("*")
                : List.of(type((endpoint - 1) % types(endpoints, fan)).slug());
    }

    int typeOf(int event) {
        return Math.floorMod(event * 7919, types(endpoints.size(), fan));
    }

    /** Places of the endpoints that want it: what routing finds. */
    List<Integer> takers(int type) {
        List<Integer> takers = new ArrayList<>(List.of(0));
        int types = types(endpoints.size(), fan);
        for (int at = type + 1; at < endpoints.size(); at += types) {
            takers.add(at);
        }
        return takers;
    }
}
