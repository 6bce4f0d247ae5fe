package dev.posthorn.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.SampleEndpoint;
import dev.posthorn.core.event.OperationalType;
import dev.posthorn.core.health.HealthRules;
import dev.posthorn.core.health.InMemoryHealthStore;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.ingest.Idempotency;
import dev.posthorn.core.ingest.Ingest;
import dev.posthorn.core.operational.OperationalIngest;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.routing.FullEndpoints;
import dev.posthorn.core.statistics.Count;
import dev.posthorn.core.statistics.InMemoryStatisticsStore;
import dev.posthorn.core.statistics.SampleSettlements;
import dev.posthorn.core.statistics.StatisticsRange;
import dev.posthorn.core.statistics.StatisticsReader;
import dev.posthorn.core.statistics.StatisticsSubject;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.ConfigStore;
import dev.posthorn.core.store.Journal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthRoundsTest {
    private static final long DAY_MS = 86_400_000;
    private static final Endpoint FAILING = SampleEndpoint.endpoint(9).of(1).build();
    private static final Endpoint LISTENING =
            SampleEndpoint.endpoint(10).of(1).subscribedTo("webhook_config.*").build();
    private static final SampleSettlements OF = new SampleSettlements(FAILING.id());

    private long nowMs = 1_774_000_800_000L;
    private final InstantSource clock = () -> Instant.ofEpochMilli(nowMs);
    private final InMemoryStatisticsStore statistics = new InMemoryStatisticsStore();
    private final InMemoryHealthStore healths = new InMemoryHealthStore();
    private final Announced announced = new Announced();
    private final Directory directory =
            new Directory(
                    new ConfigStore.Snapshot(
                            List.of(organisation()), List.of(), List.of(FAILING, LISTENING)));
    private final List<HealthDesk> desks = new ArrayList<>();
    private final Configuration configuration =
            new Configuration(
                    directory,
                    new Forgetful(),
                    endpoint -> desks.forEach(desk -> desk.accept(endpoint)));
    private final HealthRounds rounds = rounds();

    private HealthRounds rounds() {
        HealthDesk desk =
                new HealthDesk(
                        new HealthRules(Duration.ofDays(5)),
                        healths,
                        directory.endpoints(),
                        clock::millis);
        desks.add(desk);
        Ingest ingest =
                new Ingest(
                        directory,
                        new Sequence(0),
                        new Idempotency(Duration.ofDays(1)),
                        FullEndpoints.never());
        return new HealthRounds(
                desk,
                new ObservationWriter(statistics, healths),
                new Sums(id -> directory.endpoint(id).map(Endpoint::organisation)),
                new GiveUp(configuration, Duration.ofDays(5)),
                new Announcer(
                        desk,
                        new OperationalIngest(directory, ingest, new PublicIds(new byte[16])),
                        announced),
                clock);
    }

    private void settle(Settlement settlement) {
        desks.getFirst().committed(List.of(), List.of(settlement));
    }

    private void later(long ms) {
        nowMs += ms;
        rounds.step();
    }

    private long delivered(StatisticsSubject subject) {
        return new StatisticsReader(statistics)
                .read(subject, StatisticsRange.HOUR, nowMs)
                .total()
                .get(Count.DELIVERED);
    }

    @Test
    void stores_what_was_counted_for_the_endpoint_its_organisation_and_all() {
        rounds.step();
        settle(OF.delivered(1));
        later(100);
        assertThat(delivered(StatisticsSubject.of(FAILING.id()))).isZero();
        later(2_000);
        settle(OF.delivered(1));
        later(2_000);
        assertThat(delivered(StatisticsSubject.of(FAILING.id()))).isEqualTo(2);
        assertThat(delivered(StatisticsSubject.of(FAILING.organisation()))).isEqualTo(2);
        assertThat(delivered(StatisticsSubject.ALL)).isEqualTo(2);
    }

    @Test
    void gives_up_an_endpoint_and_tells_of_it() {
        for (int i = 0; i < 10; i++) {
            settle(OF.failed(5));
            later(DAY_MS);
        }
        Endpoint after = directory.endpoint(FAILING.id()).orElseThrow();
        assertThat(after.state()).isEqualTo(EndpointState.INVALID);
        assertThat(after.stateReason()).isEqualTo("nothing but failures for 5 days");
        later(1_000);
        assertThat(announced.types)
                .containsExactly(OperationalType.FAILING.slug(), OperationalType.INVALID.slug());
    }

    @Test
    void tells_again_what_could_not_be_stored() {
        announced.outcome = new AcceptOutcome.Failed("disk full");
        desks.getFirst().accept(FAILING.withState(EndpointState.INVALID, null, nowMs));
        later(1_000);
        announced.outcome = new AcceptOutcome.Committed(null);
        later(1_000);
        later(1_000);
        assertThat(announced.types).containsExactly("webhook_config.invalid");
    }

    @Test
    void remembers_and_tells_everything_at_the_end() {
        settle(OF.failed(5));
        settle(OF.delivered(1));
        settle(OF.failed(5));
        rounds.finish();
        assertThat(healths.load()).hasSize(1);
        assertThat(delivered(StatisticsSubject.ALL)).isEqualTo(1);
        desks.getFirst().accept(FAILING.withState(EndpointState.INVALID, null, nowMs));
        desks.getFirst().accept(FAILING);
        desks.getFirst().accept(FAILING.withState(EndpointState.INVALID, null, nowMs));
        rounds.finish();
        assertThat(announced.types)
                .containsExactly("webhook_config.invalid", "webhook_config.valid");
    }

    private static Organisation organisation() {
        return new Organisation(
                new OrganisationId(1),
                "acme",
                "Acme",
                "acme",
                "standard",
                null,
                false,
                Organisation.Standing.OPEN,
                0);
    }

    private static final class Announced implements Journal {
        private final List<String> types = new ArrayList<>();
        private AcceptOutcome outcome = new AcceptOutcome.Committed(null);

        @Override
        public boolean accept(Acceptance acceptance) {
            if (outcome instanceof AcceptOutcome.Committed) {
                acceptance.events().forEach(one -> types.add(one.event().type().slug()));
            }
            acceptance.completed(outcome);
            return true;
        }

        @Override
        public void settle(Settlement settlement) {}
    }

    private static final class Forgetful implements ConfigStore {
        @Override
        public void save(List<Change> changes) {}

        @Override
        public Snapshot load() {
            return new Snapshot(List.of(), List.of(), List.of());
        }
    }
}
