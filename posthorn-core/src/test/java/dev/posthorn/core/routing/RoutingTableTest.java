package dev.posthorn.core.routing;

import static dev.posthorn.core.endpoint.EndpointState.DEACTIVATED;
import static dev.posthorn.core.endpoint.EndpointState.INVALID;
import static dev.posthorn.core.endpoint.EndpointState.NEW;
import static dev.posthorn.core.endpoint.EndpointState.VALID;
import static dev.posthorn.core.endpoint.SampleEndpoint.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.OperationalType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** "Which endpoints an event goes to" of the design's profiles page, sentence by sentence. */
class RoutingTableTest {
    private static final EventType TYPE = new EventType("user.updated");

    @Test
    void an_event_goes_to_the_default_endpoint() {
        Endpoint first = endpoint(1).build();
        Endpoint other = endpoint(2).build();

        assertThat(route(table(1L, first, other), null)).isEqualTo(to(first));
    }

    @Test
    void an_operational_event_goes_to_those_who_spelled_out_its_entity() {
        Endpoint entity = endpoint(2).subscribedTo("webhook_config.*").channels("web").build();
        Endpoint exact = endpoint(3).subscribedTo("webhook_config.valid").in(NEW).build();
        RoutingTable table =
                table(
                        1L,
                        endpoint(1).build(),
                        entity,
                        exact,
                        endpoint(4).subscribedTo("*", "user.*").build(),
                        endpoint(5).subscribedTo("webhook_config.*").in(INVALID).build());
        EventType valid = OperationalType.VALID.type();

        assertThat(table.operational(valid, true)).containsExactly(entity, exact);
        assertThat(table.operational(valid, false)).isEmpty();
    }

    @Test
    void operators_endpoints_hear_of_all_organisations_and_get_nothing_else_unasked() {
        Endpoint all = endpoint(1).operational().build();
        Endpoint some = endpoint(2).operational().subscribedTo("delivery.*", "user.*").build();
        RoutingTable table = table(1L, all, some);

        assertThat(table.operational(OperationalType.VALID.type(), false)).containsExactly(all);
        assertThat(table.operational(OperationalType.DELIVERY_FAILED.type(), true))
                .containsExactly(all, some);
        assertThat(route(table, null)).isEqualTo(to(some));
    }

    @Test
    void without_a_default_it_goes_nowhere() {
        assertThat(route(table(null, endpoint(1).build()), null)).isEqualTo(to());
    }

    @Test
    void an_event_published_for_a_key_goes_to_the_key_s_own_endpoint() {
        Endpoint byDefault = endpoint(1).build();
        Endpoint own = endpoint(2).build();

        assertThat(route(table(1L, byDefault, own), 2L)).isEqualTo(to(own));
    }

    @ParameterizedTest
    @EnumSource(
            value = EndpointState.class,
            names = {"INVALID", "DEACTIVATED"})
    void a_key_s_own_endpoint_that_is_not_valid_is_not_replaced(EndpointState state) {
        Endpoint byDefault = endpoint(1).build();
        Endpoint own = endpoint(2).in(state).build();

        assertThat(route(table(1L, byDefault, own), 2L)).isEqualTo(missed(own));
    }

    @Test
    void neither_is_one_that_no_longer_exists() {
        assertThat(route(table(1L, endpoint(1).build()), 9L)).isEqualTo(to());
    }

    @Test
    void a_default_that_subscribes_now_is_no_default() {
        Endpoint subscribes = endpoint(1).subscribedTo("comment.*").build();

        assertThat(route(table(1L, subscribes), null)).isEqualTo(to());
    }

    @Test
    void a_key_s_own_endpoint_that_subscribes_gets_an_event_once() {
        Endpoint own = endpoint(2).subscribedTo("user.*").build();

        assertThat(route(table(1L, endpoint(1).build(), own), 2L)).isEqualTo(to(own));
    }

    @Test
    void every_endpoint_that_subscribes_gets_it_beside_the_routed_one() {
        Endpoint routed = endpoint(1).build();
        Endpoint all = endpoint(2).subscribedTo("*").build();
        Endpoint users = endpoint(3).subscribedTo("comment.created", "user.*").build();
        Endpoint comments = endpoint(4).subscribedTo("comment.*").build();
        Endpoint nothing = endpoint(5).subscribedTo().build();

        assertThat(route(table(1L, routed, all, users, comments, nothing), null))
                .isEqualTo(to(routed, all, users));
    }

    @Test
    void two_patterns_that_match_make_one_delivery() {
        Endpoint twice = endpoint(1).subscribedTo("*", "user.updated").build();

        assertThat(route(table(null, twice), null)).isEqualTo(to(twice));
    }

    @Test
    void channels_must_meet_where_an_endpoint_has_some() {
        Endpoint any = endpoint(1).subscribedTo("*").build();
        Endpoint spring = endpoint(2).subscribedTo("*").channels("spring", "summer").build();
        Endpoint autumn = endpoint(3).subscribedTo("*").channels("autumn").build();
        RoutingTable table = table(null, any, spring, autumn);

        assertThat(table.route(TYPE, List.of("summer", "winter"), null)).isEqualTo(to(any, spring));
        assertThat(table.route(TYPE, List.of(), null)).isEqualTo(to(any));
    }

    @Test
    void new_and_paused_endpoints_make_deliveries_and_the_others_miss_them() {
        Endpoint untested = endpoint(1).subscribedTo("*").in(NEW).build();
        Endpoint valid = endpoint(2).subscribedTo("*").in(VALID).build();
        Endpoint paused = endpoint(3).subscribedTo("*").paused(true).build();
        Endpoint invalid = endpoint(4).subscribedTo("*").in(INVALID).build();
        Endpoint off = endpoint(5).subscribedTo("*").in(DEACTIVATED).build();

        assertThat(route(table(null, untested, valid, paused, invalid, off), null))
                .isEqualTo(new Route(List.of(untested, valid, paused), List.of(invalid, off)));
    }

    @Test
    void gives_the_same_answer_for_a_type_it_has_seen_before() {
        Endpoint users = endpoint(1).subscribedTo("user.*").build();
        RoutingTable table = table(null, users);

        assertThat(route(table, null)).isEqualTo(route(table, null)).isEqualTo(to(users));
        assertThat(table.route(new EventType("comment.created"), List.of(), null)).isEqualTo(to());
    }

    @Test
    void works_with_more_types_than_it_remembers() {
        Endpoint all = endpoint(1).subscribedTo("many.*").build();
        RoutingTable table = table(null, all);
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            routes.add(table.route(new EventType("many.t" + i), List.of(), null));
        }

        assertThat(routes).containsOnly(to(all));
    }

    private static RoutingTable table(@Nullable Long byDefault, Endpoint... endpoints) {
        return new RoutingTable(List.of(endpoints), byDefault);
    }

    private static Route route(RoutingTable table, @Nullable Long own) {
        return table.route(TYPE, List.of(), own == null ? null : new EndpointId(own));
    }

    private static Route to(Endpoint... endpoints) {
        return new Route(List.of(endpoints), List.of());
    }

    private static Route missed(Endpoint... endpoints) {
        return new Route(List.of(), List.of(endpoints));
    }

    @Test
    void a_listener_that_is_gone_misses_nothing() {
        Endpoint gone =
                endpoint(1).subscribedTo("*").at("listener://acme/laptop").in(DEACTIVATED).build();
        Endpoint ended = endpoint(2).subscribedTo("*").in(DEACTIVATED).build();

        assertThat(table(null, gone, ended).route(TYPE, List.of(), null))
                .isEqualTo(new Route(List.of(), List.of(ended)));
    }
}
