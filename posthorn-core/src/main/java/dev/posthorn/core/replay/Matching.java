package dev.posthorn.core.replay;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.routing.Match;
import dev.posthorn.core.routing.RoutingTable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an event accepted earlier would go to an endpoint by the rules of today. */
public final class Matching {
    private final Directory directory;
    private final Endpoint endpoint;
    private final Optional<RoutingTable> table;

    public Matching(Directory directory, Endpoint endpoint) {
        this.directory = directory;
        this.endpoint = endpoint;
        Optional<Organisation> owner = directory.organisation(endpoint.organisation());
        this.table = owner.map(directory::routing);
    }

    boolean wants(EventSummary event) {
        return match(event) == Match.MATCHES;
    }

    public Match match(EventSummary event) {
        return table.map(rules ->
                        rules.match(
                                endpoint,
                                event.type(),
                                event.channels(),
                                keysOwn(event.key()),
                                event.key() == null))
                .orElse(Match.NOT_SUBSCRIBED);
    }

    private @Nullable EndpointId keysOwn(@Nullable KeyId id) {
        Long own = Optional.ofNullable(id).flatMap(directory::key).map(Key::endpoint).orElse(null);
        return own == null ? null : new EndpointId(own);
    }
}
