package dev.posthorn.core.store;

import static dev.posthorn.core.store.StoreSamples.NOW;
import static dev.posthorn.core.store.StoreSamples.ORGANISATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.ingest.EntityKey;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.KeyState;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.core.profile.own.OwnProfileVersion;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.store.ConfigStore.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a configuration store promises. */
public interface ConfigStoreContract {
    Endpoint ENDPOINT = StoreSamples.endpoint(1, Ordering.NONE);
    Endpoint OTHER = StoreSamples.endpoint(2, Ordering.NONE);

    StoreUnderTest open();

    @Test
    default void loads_what_was_saved_by_number() {
        try (StoreUnderTest store = open()) {
            ConfigStore configuration = store.configuration();
            assertThat(configuration.load())
                    .isEqualTo(new Snapshot(List.of(), List.of(), List.of()));

            configuration.save(
                    List.of(
                            new Change.EndpointChange(OTHER),
                            new Change.EndpointChange(ENDPOINT),
                            new Change.KeyChange(key(21, "b")),
                            new Change.KeyChange(key(20, "a")),
                            new Change.OrganisationChange(organisation(12, "beta")),
                            new Change.OrganisationChange(organisation(11, "acme"))));

            assertThat(configuration.load())
                    .isEqualTo(
                            new Snapshot(
                                    List.of(organisation(11, "acme"), organisation(12, "beta")),
                                    List.of(key(20, "a"), key(21, "b")),
                                    List.of(ENDPOINT, OTHER)));
        }
    }

    @Test
    default void keeps_every_version_of_a_profile_and_the_last_of_a_type() {
        try (StoreUnderTest store = open()) {
            OwnProfileVersion first = StoreSamples.profile();
            TypeEntry type = StoreSamples.eventType();
            TypeEntry archived = StoreSamples.archived(type);
            store.configuration()
                    .save(
                            List.of(
                                    new Change.OwnProfileChange(first),
                                    new Change.OwnProfileChange(first.removed(NOW + 1)),
                                    new Change.EventTypeChange(type),
                                    new Change.EventTypeChange(archived)));

            assertThat(store.configuration().load())
                    .usingRecursiveComparison()
                    .isEqualTo(
                            new Snapshot(
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    List.of(first, first.removed(NOW + 1)),
                                    List.of(archived)));
        }
    }

    @Test
    default void a_later_change_replaces_an_earlier_one() {
        try (StoreUnderTest store = open()) {
            Endpoint changed = ENDPOINT.withState(EndpointState.INVALID, "gone", NOW + 1);
            store.configuration().save(List.of(new Change.EndpointChange(ENDPOINT)));
            store.configuration()
                    .save(
                            List.of(
                                    new Change.EndpointChange(changed),
                                    new Change.OrganisationChange(organisation(11, "acme")),
                                    new Change.OrganisationChange(organisation(11, "other"))));

            assertThat(store.configuration().load())
                    .isEqualTo(
                            new Snapshot(
                                    List.of(organisation(11, "other")),
                                    List.of(),
                                    List.of(changed)));
        }
    }

    @Test
    default void writes_all_changes_or_none() {
        try (StoreUnderTest store = open()) {
            store.configuration()
                    .save(List.of(new Change.OrganisationChange(organisation(11, "acme"))));

            assertThatThrownBy(() ->
                            store.configuration()
                                    .save(
                                            List.of(
                                                    new Change.EndpointChange(ENDPOINT),
                                                    new Change.OrganisationChange(
                                                            organisation(12, "acme")))))
                    .isInstanceOf(RuntimeException.class);

            assertThat(store.configuration().load())
                    .isEqualTo(
                            new Snapshot(List.of(organisation(11, "acme")), List.of(), List.of()));
        }
    }

    @Test
    default void cancels_all_that_is_pending_for_an_endpoint() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            PendingDelivery other = null;
            for (int i = 0; i < 1_200; i++) {
                AcceptedEvent event = samples.due(NOW + i, ENDPOINT, OTHER);
                Published.to(store.journal(), event).outcome();
                other = event.deliveries().get(1);
            }
            store.configuration()
                    .save(List.of(new Change.CancelPending(ENDPOINT, "endpoint-deactivated", NOW)));

            assertThat(BacklogQuestions.all(store.backlog(), ENDPOINT)).isEmpty();
            assertThat(BacklogQuestions.first(store.backlog(), OTHER, NOW + 9_999, 2_000).rows())
                    .hasSize(1_200)
                    .last()
                    .isEqualTo(other);
        }
    }

    @Test
    default void reorders_all_that_is_pending_for_an_endpoint() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            List<PendingDelivery> accepted = new ArrayList<>();
            for (int i = 0; i < 700; i++) {
                AcceptedEvent event = samples.due(NOW + 700 - i, ENDPOINT);
                Published.to(store.journal(), event).outcome();
                accepted.add(event.deliveries().getFirst());
            }
            Endpoint fifo = StoreSamples.endpoint(1, Ordering.FIFO);
            Endpoint byEntity = StoreSamples.endpoint(1, Ordering.ENTITY);

            store.configuration().save(List.of(new Change.Reorder(fifo)));
            assertThat(BacklogQuestions.all(store.backlog(), fifo))
                    .containsExactlyElementsOf(accepted.stream().map(StoredOrder::fifo).toList());

            store.configuration().save(List.of(new Change.Reorder(byEntity)));
            assertThat(BacklogQuestions.all(store.backlog(), byEntity))
                    .containsExactlyElementsOf(
                            accepted.stream().map(StoredOrder::byEntity).toList());

            store.configuration().save(List.of(new Change.Reorder(ENDPOINT)));
            assertThat(BacklogQuestions.all(store.backlog(), ENDPOINT))
                    .containsExactlyElementsOf(accepted.reversed());
        }
    }

    @Test
    default void a_reordered_lane_waits_by_entity() {
        try (StoreUnderTest store = open()) {
            StoreSamples samples = store.samples();
            EntityId user = new EntityId.Numeric("17");
            AcceptedEvent first = samples.about(user, ENDPOINT);
            Published.to(store.journal(), first, samples.about(user, ENDPOINT)).outcome();
            Endpoint byEntity = StoreSamples.endpoint(1, Ordering.ENTITY);
            store.configuration().save(List.of(new Change.Reorder(byEntity)));

            List<PendingDelivery> rows = BacklogQuestions.all(store.backlog(), byEntity);
            assertThat(rows).hasSize(1);
            assertThat(rows.getFirst().id()).isEqualTo(first.deliveries().getFirst().id());
            assertThat(rows.getFirst().entityKey()).isEqualTo(EntityKey.of(user, 0));
        }
    }

    @Test
    default void an_erased_organisation_is_not_loaded_and_its_uid_is_free() {
        try (StoreUnderTest store = open()) {
            ConfigStore configuration = store.configuration();
            AcceptedEvent event = store.samples().event(ENDPOINT);
            configuration.save(
                    List.of(
                            new Change.OrganisationChange(organisation(11, "acme")),
                            new Change.OrganisationChange(organisation(12, "other")),
                            new Change.KeyChange(key(20, "a")),
                            new Change.EndpointChange(ENDPOINT)));
            Published.to(store.journal(), event).outcome();

            configuration.save(
                    List.of(new Change.Purge(organisation(11, "acme"), List.of(ENDPOINT.id()))));
            configuration.save(List.of(new Change.OrganisationChange(organisation(13, "acme"))));

            assertThat(configuration.load())
                    .isEqualTo(
                            new Snapshot(
                                    List.of(organisation(12, "other"), organisation(13, "acme")),
                                    List.of(),
                                    List.of()));
        }
    }

    private static Organisation organisation(long seq, String uid) {
        return new Organisation(
                new OrganisationId(seq),
                uid,
                "Name",
                "slug",
                "standard",
                null,
                false,
                Organisation.Standing.OPEN,
                NOW);
    }

    private static Key key(long seq, String hash) {
        return new Key(
                new KeyId(seq),
                ORGANISATION,
                "name",
                Set.of(Scope.PUBLISH, Scope.READ),
                hash,
                KeyState.ACTIVE,
                7L,
                NOW,
                NOW + 1);
    }
}
