package dev.posthorn.core.store;

import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.profile.own.OwnProfileVersion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Configuration in memory; tasks and tests are taken and forgotten. */
final class InMemoryConfigStore implements ConfigStore {
    private final InMemoryRows rows;
    private final Map<Long, Organisation> organisations = new TreeMap<>();
    private final Map<Long, Key> keys = new TreeMap<>();
    private final Map<Long, Endpoint> endpoints = new TreeMap<>();
    private final Map<String, OwnProfileVersion> profiles = new TreeMap<>();
    private final Map<String, TypeEntry> eventTypes = new TreeMap<>();

    InMemoryConfigStore(InMemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public void save(List<Change> changes) {
        synchronized (rows) {
            changes.forEach(this::check);
            changes.forEach(this::write);
        }
    }

    private void check(Change change) {
        if (change instanceof Change.OrganisationChange(var organisation)
                && organisation.uid() != null
                && organisations.values().stream().anyMatch(known -> clash(known, organisation))) {
            throw new IllegalStateException("uid taken: " + organisation.uid());
        }
    }

    private static boolean clash(Organisation known, Organisation changed) {
        return Objects.equals(known.uid(), changed.uid()) && !known.id().equals(changed.id());
    }

    private void write(Change change) {
        switch (change) {
            case Change.OrganisationChange(var changed) ->
                    organisations.put(changed.id().seq(), changed);
            case Change.KeyChange(var changed) -> keys.put(changed.id().seq(), changed);
            case Change.EndpointChange(var changed) -> endpoints.put(changed.id().seq(), changed);
            case Change.CancelPending(var endpoint, _, _) -> rows.cancel(endpoint.id());
            case Change.Reorder(var endpoint) -> reorder(endpoint);
            case Change.OwnProfileChange(var changed) ->
                    profiles.put(changed.name() + "@" + changed.version(), changed);
            case Change.EventTypeChange(var changed) ->
                    eventTypes.put(changed.type().slug(), changed);
            case Change.Purge(var organisation, var ids) -> purge(organisation, ids);
            case Change.TaskChange _,
                    Change.TestAttempt _,
                    Change.PeopleChange _,
                    Change.Expunge _,
                    Change.Audited _ -> {}
        }
    }

    private void purge(Organisation organisation, List<EndpointId> ids) {
        organisations.remove(organisation.id().seq());
        keys.values().removeIf(key -> organisation.id().equals(key.organisation()));
        endpoints.values().removeIf(one -> one.organisation().equals(organisation.id()));
        ids.forEach(rows::cancel);
    }

    private void reorder(Endpoint endpoint) {
        rows.change(
                endpoint.id(),
                switch (endpoint.settings().ordering()) {
                    case NONE -> StoredOrder::unordered;
                    case FIFO -> StoredOrder::fifo;
                    case ENTITY -> StoredOrder::byEntity;
                });
    }

    @Override
    public Snapshot load() {
        synchronized (rows) {
            return new Snapshot(
                    List.copyOf(organisations.values()),
                    List.copyOf(keys.values()),
                    List.copyOf(endpoints.values()),
                    List.copyOf(profiles.values()),
                    List.copyOf(eventTypes.values()));
        }
    }
}
