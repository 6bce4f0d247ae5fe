package dev.posthorn.core.routing;

import static dev.posthorn.core.endpoint.SampleEndpoint.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FullEndpointsTest {
    private static final EndpointId ONE = new EndpointId(1);
    private static final EndpointId OTHER = new EndpointId(2);

    private final List<EndpointId> filled = new ArrayList<>();
    private final FullEndpoints full = new FullEndpoints(100, filled::add);

    @Test
    void an_endpoint_is_full_from_the_limit_on() {
        full.pending(ONE, 99);
        assertThat(full.none()).isTrue();
        full.pending(ONE, 100);
        full.pending(ONE, 130);

        assertThat(full.contains(ONE)).isTrue();
        assertThat(full.contains(OTHER)).isFalse();
        assertThat(full.none()).isFalse();
        assertThat(filled).containsExactly(ONE);
    }

    @Test
    void it_stays_so_until_a_twentieth_is_settled() {
        full.pending(ONE, 100);
        full.pending(ONE, 96);
        assertThat(full.contains(ONE)).isTrue();
        full.pending(ONE, 95);

        assertThat(full.contains(ONE)).isFalse();
        assertThat(full.none()).isTrue();
    }

    @Test
    void a_limit_of_one_has_room_again_when_nothing_is_pending() {
        FullEndpoints single = new FullEndpoints(1, filled::add);
        single.pending(ONE, 1);
        assertThat(single.contains(ONE)).isTrue();
        single.pending(ONE, 0);

        assertThat(single.none()).isTrue();
    }

    @Test
    void one_that_has_room_again_leaves_the_others_full() {
        full.pending(ONE, 100);
        full.pending(OTHER, 100);
        full.pending(ONE, 0);

        assertThat(full.contains(OTHER)).isTrue();
        assertThat(full.none()).isFalse();
    }

    @Test
    void a_route_is_missed_by_those_that_are_full() {
        Endpoint open = endpoint(1).build();
        Endpoint crowded = endpoint(2).build();
        Endpoint invalid = endpoint(3).build();
        Route route = new Route(List.of(open, crowded), List.of(invalid));
        assertThat(route.sparing(full)).isEqualTo(route);

        full.pending(OTHER, 100);

        assertThat(route.sparing(full))
                .isEqualTo(new Route(List.of(open), List.of(invalid, crowded)));
    }
}
