package dev.posthorn.core.routing;

import dev.posthorn.core.endpoint.Endpoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Where one event goes.
 *
 * @param to endpoints that get a delivery, sent now or held
 * @param missed endpoints it matched that are invalid, deactivated or full: no delivery is made
 */
public record Route(List<Endpoint> to, List<Endpoint> missed) {
    public Route {
        to = List.copyOf(to);
        missed = List.copyOf(missed);
    }

    /** The same, missed by those that are full. */
    public Route sparing(FullEndpoints full) {
        if (full.none() || to.stream().noneMatch(one -> full.contains(one.id()))) {
            return this;
        }
        List<Endpoint> with = new ArrayList<>();
        List<Endpoint> without = new ArrayList<>(missed);
        to.forEach(one -> (full.contains(one.id()) ? without : with).add(one));
        return new Route(with, without);
    }
}
