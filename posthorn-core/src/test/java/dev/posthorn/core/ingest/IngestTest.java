package dev.posthorn.core.ingest;

import static dev.posthorn.core.endpoint.SampleEndpoint.endpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.endpoint.SampleEndpoint;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.KeyState;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.core.routing.FullEndpoints;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.ConfigStore.Snapshot;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IngestTest {
    private final FullEndpoints full = new FullEndpoints(10, _ -> {});

    private static final long NOW = 1_700_000_000_000L;
    private static final long FIRST = Sequence.firstOf(NOW);
    private static final Payload DATA = new Payload(new byte[] {'{', '}'});
    private static final Organisation ORGANISATION =
            new Organisation(
                    new OrganisationId(1),
                    null,
                    "Example",
                    "example",
                    "standard",
                    1L,
                    false,
                    Organisation.Standing.OPEN,
                    0);

    @Test
    void an_event_for_nobody_takes_one_number() {
        assertThat(plan(event(), event()))
                .extracting(AcceptedEvent::event, AcceptedEvent::deliveries)
                .containsExactly(
                        tuple(accepted(FIRST, null), List.of()),
                        tuple(accepted(FIRST + 1, null), List.of()));
    }

    @Test
    void deliveries_take_two_numbers_each_after_their_event_s() {
        Ingest ingest = ingest(endpoint(1), endpoint(2).subscribedTo("*"));

        List<AcceptedEvent> planned =
                ingest.plan(ORGANISATION, null, List.of(event(), event()), NOW);

        assertThat(numbers(planned.getFirst())).containsExactly(FIRST, FIRST + 1, FIRST + 3);
        assertThat(numbers(planned.getLast())).containsExactly(FIRST + 5, FIRST + 6, FIRST + 8);
    }

    @Test
    void a_delivery_of_an_unordered_endpoint_sorts_by_when_it_is_due() {
        assertThat(deliveries(ingest(endpoint(1)), event()))
                .containsExactly(
                        new PendingDelivery(
                                new DeliveryId(FIRST + 1),
                                new EndpointId(1),
                                new EventId(FIRST),
                                accepted(FIRST, null),
                                NOW,
                                NOW,
                                0,
                                0,
                                0,
                                0));
    }

    @Test
    void a_delivery_of_a_fifo_endpoint_sorts_by_its_number() {
        assertThat(deliveries(ingest(endpoint(1).ordered(Ordering.FIFO)), event()))
                .extracting(PendingDelivery::order, PendingDelivery::entityKey)
                .containsExactly(tuple(FIRST + 1, 0L));
    }

    @Test
    void a_delivery_of_an_endpoint_ordered_by_entity_carries_its_entity_s_key() {
        assertThat(deliveries(ingest(endpoint(1).ordered(Ordering.ENTITY)), event()))
                .extracting(PendingDelivery::order, PendingDelivery::entityKey)
                .containsExactly(tuple(FIRST + 1, EntityKey.of(new EntityId.Text("u-1"), 0)));
    }

    @Test
    void an_event_for_later_is_due_at_its_time() {
        NewEvent later =
                new NewEvent(
                        new EventType("user.updated"),
                        EntityId.NONE,
                        List.of(),
                        DATA,
                        NOW + 60_000,
                        null);

        assertThat(deliveries(ingest(endpoint(1)), later))
                .extracting(PendingDelivery::dueMs, PendingDelivery::order)
                .containsExactly(tuple(NOW + 60_000, NOW + 60_000));
    }

    @Test
    void only_endpoints_that_take_deliveries_get_one() {
        Ingest ingest =
                ingest(
                        endpoint(1).in(EndpointState.INVALID),
                        endpoint(2).subscribedTo("*").in(EndpointState.NEW),
                        endpoint(3).subscribedTo("*").in(EndpointState.DEACTIVATED));

        assertThat(deliveries(ingest, event()))
                .extracting(PendingDelivery::endpoint)
                .containsExactly(new EndpointId(2));
    }

    @Test
    void a_key_s_event_names_the_key_and_goes_to_its_endpoint() {
        Ingest ingest = ingest(endpoint(1), endpoint(2));

        AcceptedEvent planned =
                ingest.plan(ORGANISATION, key(2L), List.of(event()), NOW).getFirst();

        assertThat(planned.event()).isEqualTo(accepted(FIRST, new KeyId(9)));
        assertThat(planned.deliveries())
                .extracting(PendingDelivery::endpoint)
                .containsExactly(new EndpointId(2));
    }

    @Test
    void a_key_without_an_endpoint_uses_the_default() {
        Ingest ingest = ingest(endpoint(1), endpoint(2));

        assertThat(
                        ingest.plan(ORGANISATION, key(null), List.of(event()), NOW)
                                .getFirst()
                                .deliveries())
                .extracting(PendingDelivery::endpoint)
                .containsExactly(new EndpointId(1));
    }

    /** What an id says and what the row says must be one moment, or an event changes when read. */
    @Test
    void an_event_s_time_is_the_one_in_its_number_though_the_clock_went_back() {
        Ingest ingest = ingest();
        ingest.plan(ORGANISATION, null, List.of(event()), NOW + 5_000);

        Event event = ingest.plan(ORGANISATION, null, List.of(event()), NOW).getFirst().event();

        assertThat(event.createdMs()).isEqualTo(NOW + 5_000);
        assertThat(Sequence.millisOf(event.id().seq())).isEqualTo(NOW + 5_000);
    }

    @Test
    void one_request_makes_ten_thousand_deliveries_at_the_most() {
        Ingest ingest = ingest(tenSubscribers());

        List<AcceptedEvent> planned =
                ingest.plan(ORGANISATION, null, Collections.nCopies(1_000, event()), NOW);

        assertThat(planned).hasSize(1_000);
        assertThatThrownBy(() ->
                        ingest.plan(ORGANISATION, null, Collections.nCopies(1_001, event()), NOW))
                .isInstanceOf(TooManyDeliveries.class)
                .hasMessage(
                        "the events of one request may make at most 10000 deliveries; these make"
                                + " 10010 or more: publish them in smaller batches");
    }

    private static SampleEndpoint[] tenSubscribers() {
        return IntStream.rangeClosed(1, 10)
                .mapToObj(i -> endpoint(i).subscribedTo("*"))
                .toArray(SampleEndpoint[]::new);
    }

    private static List<AcceptedEvent> plan(NewEvent... events) {
        return ingest().plan(ORGANISATION, null, List.of(events), NOW);
    }

    private static List<PendingDelivery> deliveries(Ingest ingest, NewEvent event) {
        return ingest.plan(ORGANISATION, null, List.of(event), NOW).getFirst().deliveries();
    }

    private static List<Long> numbers(AcceptedEvent planned) {
        return Stream.concat(
                        Stream.of(planned.event().id().seq()),
                        planned.deliveries().stream().map(delivery -> delivery.id().seq()))
                .toList();
    }

    @Test
    void full_endpoints_miss_what_matches_them_and_take_no_numbers() {
        full.pending(new EndpointId(1), 10);
        Ingest ingest = ingest(full, endpoint(1).subscribedTo("*"), endpoint(2).subscribedTo("*"));

        List<AcceptedEvent> planned =
                ingest.plan(ORGANISATION, null, List.of(event(), event()), NOW);

        assertThat(planned)
                .extracting(AcceptedEvent::missed)
                .containsExactly(List.of(new EndpointId(1)), List.of(new EndpointId(1)));
        assertThat(numbers(planned.getLast())).containsExactly(FIRST + 3, FIRST + 4);
    }

    @Test
    void an_event_of_posthorn_s_own_is_not_made_for_full_endpoints() {
        full.pending(new EndpointId(1), 10);
        Endpoint open = endpoint(2).build();

        AcceptedEvent planned =
                ingest(full)
                        .planOperational(
                                ORGANISATION, event(), List.of(endpoint(1).build(), open), NOW);

        assertThat(planned.deliveries())
                .extracting(PendingDelivery::endpoint)
                .containsExactly(open.id());
    }

    private static Ingest ingest(SampleEndpoint... samples) {
        return ingest(FullEndpoints.never(), samples);
    }

    private static Ingest ingest(FullEndpoints full, SampleEndpoint... samples) {
        List<Endpoint> endpoints = Arrays.stream(samples).map(SampleEndpoint::build).toList();
        Directory directory =
                new Directory(new Snapshot(List.of(ORGANISATION), List.of(), endpoints));
        return new Ingest(directory, new Sequence(0), new Idempotency(Duration.ofHours(24)), full);
    }

    private static Key key(@Nullable Long endpoint) {
        return new Key(
                new KeyId(9),
                ORGANISATION.id(),
                null,
                Set.of(Scope.PUBLISH),
                "00",
                KeyState.ACTIVE,
                endpoint,
                0,
                null);
    }

    private static NewEvent event() {
        return new NewEvent(
                new EventType("user.updated"),
                new EntityId.Text("u-1"),
                List.of("spring"),
                DATA,
                null,
                null);
    }

    private static Event accepted(long seq, @Nullable KeyId key) {
        return new Event(
                new EventId(seq),
                ORGANISATION.id(),
                new EventType("user.updated"),
                new EntityId.Text("u-1"),
                key,
                List.of("spring"),
                DATA,
                Sequence.millisOf(seq));
    }
}
