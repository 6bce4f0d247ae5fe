package dev.posthorn.core.directory;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.routing.RoutingTable;
import dev.posthorn.core.store.ConfigStore.Snapshot;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Organisations, keys and endpoints in memory, always what is durable. Reads are cheap and from any
 * thread; only {@link Configuration} writes.
 */
public final class Directory {
    private final Map<OrganisationId, Organisation> organisations = new ConcurrentHashMap<>();
    private final Map<String, Key> keysByHash = new ConcurrentHashMap<>();
    private final Map<KeyId, Key> keys = new ConcurrentHashMap<>();
    private final Map<EndpointId, Endpoint> endpoints = new ConcurrentHashMap<>();
    private final Map<OrganisationId, Map<Long, Endpoint>> byOrganisation =
            new ConcurrentHashMap<>();
    private final Map<OrganisationId, RoutingTable> routing = new ConcurrentHashMap<>();

    public Directory(Snapshot stored) {
        stored.organisations().forEach(this::put);
        stored.keys().forEach(this::put);
        stored.endpoints().forEach(this::put);
    }

    public Collection<Organisation> organisations() {
        return organisations.values();
    }

    public Optional<Organisation> organisation(OrganisationId id) {
        return Optional.ofNullable(organisations.get(id));
    }

    public Optional<Organisation> organisationByUid(String uid) {
        return organisations.values().stream().filter(o -> uid.equals(o.uid())).findFirst();
    }

    public Collection<Key> keys() {
        return keys.values();
    }

    public Optional<Key> key(KeyId id) {
        return Optional.ofNullable(keys.get(id));
    }

    /** {@code tokenHash} as in {@link Key#tokenHash}. */
    public Optional<Key> keyByHash(String tokenHash) {
        return Optional.ofNullable(keysByHash.get(tokenHash));
    }

    public Collection<Endpoint> endpoints() {
        return endpoints.values();
    }

    public Optional<Endpoint> endpoint(EndpointId id) {
        return Optional.ofNullable(endpoints.get(id));
    }

    /** Oldest first. */
    public List<Endpoint> endpoints(OrganisationId organisation) {
        return List.copyOf(byOrganisation.getOrDefault(organisation, Map.of()).values());
    }

    public boolean hasValidEndpoint(OrganisationId organisation) {
        return byOrganisation.getOrDefault(organisation, Map.of()).values().stream()
                .anyMatch(endpoint -> endpoint.state() == EndpointState.VALID);
    }

    /** The table in force; made again after each change, not with it. */
    public RoutingTable routing(Organisation organisation) {
        return routing.computeIfAbsent(organisation.id(), this::routingTable);
    }

    private RoutingTable routingTable(OrganisationId id) {
        Organisation organisation = organisations.get(id);
        Long defaultEndpoint = organisation == null ? null : organisation.defaultEndpoint();
        return new RoutingTable(
                byOrganisation.getOrDefault(id, Map.of()).values(), defaultEndpoint);
    }

    void put(Organisation organisation) {
        organisations.put(organisation.id(), organisation);
        routing.remove(organisation.id());
    }

    void put(Key key) {
        Key before = keys.put(key.id(), key);
        if (before != null && !before.tokenHash().equals(key.tokenHash())) {
            keysByHash.remove(before.tokenHash());
        }
        keysByHash.put(key.tokenHash(), key);
    }

    void put(Endpoint endpoint) {
        endpoints.put(endpoint.id(), endpoint);
        byOrganisation
                .computeIfAbsent(endpoint.organisation(), _ -> new ConcurrentSkipListMap<>())
                .put(endpoint.id().seq(), endpoint);
        routing.remove(endpoint.organisation());
    }
}
