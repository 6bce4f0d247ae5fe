package dev.posthorn.core.routing;

import dev.posthorn.core.endpoint.Endpoint;
import java.util.List;

/**
 * Where one event goes.
 *
 * @param to endpoints that get a delivery, sent now or held
 * @param missed endpoints it matched that are invalid or deactivated: no delivery is made
 */
public record Route(List<Endpoint> to, List<Endpoint> missed) {
    public Route {
        to = List.copyOf(to);
        missed = List.copyOf(missed);
    }
}
