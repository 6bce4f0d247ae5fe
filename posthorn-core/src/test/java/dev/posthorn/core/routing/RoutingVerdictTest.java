package dev.posthorn.core.routing;

import static dev.posthorn.core.endpoint.SampleEndpoint.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.event.EventType;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutingVerdictTest {
    private static final EventType UPDATED = new EventType("user.updated");

    @Test
    void an_endpoint_without_event_types_is_the_default_or_its_keys_own() {
        Endpoint one = endpoint(1).build();
        Endpoint two = endpoint(2).build();
        RoutingTable table = new RoutingTable(List.of(one, two), 1L);

        assertThat(match(table, one, null)).isEqualTo(Match.MATCHES);
        assertThat(match(table, two, null)).isEqualTo(Match.NOT_DEFAULT);
        assertThat(match(table, one, two.id())).isEqualTo(Match.NOT_DEFAULT);
        assertThat(match(table, two, two.id())).isEqualTo(Match.MATCHES);
    }

    @Test
    void whoever_does_not_match_is_told_by_what() {
        Endpoint endpoint = endpoint(1).build();

        assertThat(verdict(Match.NOT_SUBSCRIBED, endpoint))
                .isEqualTo(RoutingVerdict.NOT_SUBSCRIBED);
        assertThat(verdict(Match.CHANNELS, endpoint)).isEqualTo(RoutingVerdict.CHANNELS);
        assertThat(verdict(Match.NOT_DEFAULT, endpoint)).isEqualTo(RoutingVerdict.NOT_DEFAULT);
    }

    @Test
    void whoever_matches_is_told_by_its_state() {
        assertThat(verdict(Match.MATCHES, endpoint(1).in(EndpointState.INVALID).build()))
                .isEqualTo(RoutingVerdict.INVALID);
        assertThat(verdict(Match.MATCHES, endpoint(1).in(EndpointState.DEACTIVATED).build()))
                .isEqualTo(RoutingVerdict.DEACTIVATED);
    }

    @Test
    void whoever_matches_and_takes_deliveries_had_too_many_or_did_not_match_then() {
        Endpoint endpoint = endpoint(1).build();

        assertThat(
                        RoutingVerdict.withoutDelivery(
                                Match.MATCHES, endpoint, endpoint.createdMs() - 1))
                .isEqualTo(RoutingVerdict.NOT_SUBSCRIBED);
        assertThat(RoutingVerdict.withoutDelivery(Match.MATCHES, endpoint, Long.MAX_VALUE))
                .isEqualTo(RoutingVerdict.TOO_MANY_PENDING);
    }

    private static Match match(RoutingTable table, Endpoint endpoint, EndpointId keysOwn) {
        return table.match(endpoint, UPDATED, List.of(), keysOwn, false);
    }

    private static RoutingVerdict verdict(Match match, Endpoint endpoint) {
        return RoutingVerdict.withoutDelivery(match, endpoint, Long.MAX_VALUE);
    }
}
