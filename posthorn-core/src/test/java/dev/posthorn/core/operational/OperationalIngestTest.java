package dev.posthorn.core.operational;

import static dev.posthorn.core.endpoint.SampleEndpoint.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.SampleEndpoint;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.OperationalType;
import dev.posthorn.core.health.DeliveryFacts;
import dev.posthorn.core.health.FailureStreak;
import dev.posthorn.core.health.Occurrence;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.ingest.Idempotency;
import dev.posthorn.core.ingest.Ingest;
import dev.posthorn.core.operational.OperationalIngest.Planned;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.routing.FullEndpoints;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.ConfigStore.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OperationalIngestTest {
    private static final long NOW = 1_774_000_800_000L;
    private static final PublicIds IDS = new PublicIds(new byte[16]);
    private static final SampleEndpoint ABOUT = endpoint(10).of(1);

    private static Organisation organisation(long seq) {
        return new Organisation(
                new OrganisationId(seq),
                "uid-" + seq,
                "Example",
                "example",
                "standard",
                null,
                false,
                Organisation.Standing.OPEN,
                0);
    }

    private static List<AcceptedEvent> events(Announcement told, SampleEndpoint... listening) {
        return events(ABOUT, told, listening);
    }

    private static List<AcceptedEvent> events(
            SampleEndpoint about, Announcement told, SampleEndpoint... listening) {
        List<Endpoint> endpoints =
                Stream.concat(Stream.of(about), Stream.of(listening))
                        .map(SampleEndpoint::build)
                        .toList();
        Directory directory =
                new Directory(
                        new Snapshot(
                                List.of(organisation(1), organisation(2), organisation(3)),
                                List.of(),
                                endpoints));
        Ingest ingest =
                new Ingest(
                        directory,
                        new Sequence(0),
                        new Idempotency(Duration.ofDays(1)),
                        FullEndpoints.never());
        return new OperationalIngest(directory, ingest, IDS)
                .plan(List.of(told), NOW).stream()
                        .map(Planned::events)
                        .flatMap(List::stream)
                        .toList();
    }

    private static Announcement failing() {
        FailureStreak streak = new FailureStreak(NOW - 3_600_000, NOW, 4, 1, 0, true);
        return new Announcement(
                new Occurrence(new EndpointId(10), OperationalType.FAILING, NOW, streak, null),
                2,
                NOW - 1_000);
    }

    private static List<EndpointId> to(AcceptedEvent event) {
        return event.deliveries().stream().map(PendingDelivery::endpoint).toList();
    }

    @Test
    void makes_no_event_for_nobody() {
        assertThat(events(failing(), endpoint(11).of(1).subscribedTo("*"))).isEmpty();
        assertThat(events(failing(), endpoint(11).of(2).subscribedTo("webhook_config.*")))
                .isEmpty();
    }

    @Test
    void says_nothing_of_listeners() {
        assertThat(
                        events(
                                endpoint(10).of(1).at("listener://acme/laptop"),
                                failing(),
                                endpoint(11).of(1).subscribedTo("webhook_config.*")))
                .isEmpty();
    }

    @Test
    void tells_the_endpoint_s_organisation() {
        List<AcceptedEvent> events =
                events(failing(), endpoint(11).of(1).subscribedTo("webhook_config.*"));
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().event().organisation()).isEqualTo(new OrganisationId(1));
        assertThat(events.getFirst().event().type()).isEqualTo(OperationalType.FAILING.type());
        assertThat(to(events.getFirst())).containsExactly(new EndpointId(11));
        assertThat(events.getFirst().event().data().text())
                .startsWith(
                        "{\"id\":\"%s\",\"resource\":\"webhook_config\",\"organisation\":\"%s\""
                                .formatted(IDS.text(10), IDS.text(1)))
                .endsWith(
                        "\"state_reason\":null,\"organisation_uid\":\"uid-1\",\"count\":2,"
                                + "\"date_first\":\"2026-03-20T09:59:59.000Z\","
                                + "\"date_last\":\"2026-03-20T10:00:00.000Z\","
                                + "\"failing_since\":\"2026-03-20T09:00:00.000Z\","
                                + "\"failed_deliveries\":4}")
                .doesNotContain("secret", "headers");
    }

    @Test
    void tells_operators_in_their_own_organisations_once() {
        List<AcceptedEvent> events =
                events(
                        failing(),
                        endpoint(11).of(1).operational().subscribedTo("webhook_config.*"),
                        endpoint(12).of(2).operational(),
                        endpoint(13).of(3).subscribedTo("webhook_config.*"));
        assertThat(events)
                .extracting(event -> event.event().organisation().seq())
                .containsExactly(1L, 2L);
        assertThat(events)
                .extracting(OperationalIngestTest::to)
                .containsExactly(List.of(new EndpointId(11)), List.of(new EndpointId(12)));
    }

    @Test
    void says_what_became_of_a_delivery() {
        DeliveryFacts facts =
                new DeliveryFacts(
                        new DeliveryId(8),
                        new EventId(7),
                        "user.updated",
                        5,
                        0,
                        "timeout",
                        "It took too long.",
                        "schedule-used-up");
        Occurrence occurrence =
                new Occurrence(
                        new EndpointId(10), OperationalType.DELIVERY_FAILED, NOW, null, facts);
        List<AcceptedEvent> events =
                events(
                        Announcement.of(occurrence),
                        endpoint(11).of(1).subscribedTo("delivery.failed"));
        assertThat(events.getFirst().event().data().text())
                .isEqualTo(
                        """
                        {"id":"%s","event":"%s","event_type":"user.updated","webhook_config":"%s",\
                        "organisation":"%s","url":"https://receiver.example.com/10",\
                        "state":"failed","attempts":5,"status":null,"error":"timeout",\
                        "message":"It took too long.","reason":"schedule-used-up",\
                        "organisation_uid":"uid-1","count":1,\
                        "date_first":"2026-03-20T10:00:00.000Z",\
                        "date_last":"2026-03-20T10:00:00.000Z","failing_since":null,\
                        "failed_deliveries":0}\
                        """
                                .formatted(IDS.text(8), IDS.text(7), IDS.text(10), IDS.text(1)));
    }

    @Test
    void tells_no_more_than_a_hundred_endpoints_of_an_organisation() {
        SampleEndpoint[] many =
                LongStream.range(100, 300)
                        .mapToObj(seq -> endpoint(seq).of(1).subscribedTo("webhook_config.*"))
                        .toArray(SampleEndpoint[]::new);
        assertThat(to(events(failing(), many).getFirst()))
                .hasSize(OperationalIngest.MOST_LISTENERS)
                .startsWith(new EndpointId(100));
    }
}
