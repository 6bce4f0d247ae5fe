package dev.posthorn.core.directory;

import dev.posthorn.core.catalogue.EventTypes;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.profile.own.OwnProfiles;
import dev.posthorn.core.routing.RoutingTable;
import dev.posthorn.core.store.ConfigStore.Snapshot;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Organisations, keys and endpoints in memory, always what is durable. Reads are cheap and from any
 * thread; only {@link Configuration} writes.
 */
public final class Directory {
    private final Map<OrganisationId, Organisation> organisations = new ConcurrentHashMap<>();
    private final Map<String, Organisation> organisationsByUid = new ConcurrentHashMap<>();
    private final Map<String, Key> keysByHash = new ConcurrentHashMap<>();
    private final Map<KeyId, Key> keys = new ConcurrentHashMap<>();
    private final Map<EndpointId, Endpoint> endpoints = new ConcurrentHashMap<>();
    private final Map<OrganisationId, Map<Long, Endpoint>> byOrganisation =
            new ConcurrentHashMap<>();

    /** By the owner's own id, then by owner: the same id may mean one of each. */
    private final Map<String, Map<OrganisationId, Endpoint>> endpointsByUid =
            new ConcurrentHashMap<>();

    private final Map<OrganisationId, RoutingTable> routing = new ConcurrentHashMap<>();

    private final OwnProfiles ownProfiles;
    private final EventTypes eventTypes;

    public Directory(Snapshot stored) {
        ownProfiles = new OwnProfiles(stored.profiles());
        eventTypes = new EventTypes(stored.eventTypes());
        stored.organisations().forEach(this::put);
        stored.keys().forEach(this::put);
        stored.endpoints().forEach(this::put);
    }

    public OwnProfiles ownProfiles() {
        return ownProfiles;
    }

    public EventTypes eventTypes() {
        return eventTypes;
    }

    public Collection<Organisation> organisations() {
        return organisations.values();
    }

    public Optional<Organisation> organisation(OrganisationId id) {
        return Optional.ofNullable(organisations.get(id));
    }

    public Optional<Organisation> organisationByUid(String uid) {
        return Optional.ofNullable(organisationsByUid.get(uid));
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

    /** {@code uid}: the owner's own id for it. */
    public Optional<Endpoint> endpoint(OrganisationId owner, String uid) {
        return Optional.ofNullable(endpointsByUid.getOrDefault(uid, Map.of()).get(owner));
    }

    /** All that their owners gave this id, at most one of each. */
    public List<Endpoint> endpoints(String uid) {
        return List.copyOf(endpointsByUid.getOrDefault(uid, Map.of()).values());
    }

    /** Oldest first. */
    public List<Endpoint> endpoints(OrganisationId organisation) {
        return List.copyOf(byOrganisation.getOrDefault(organisation, Map.of()).values());
    }

    /** Whether what is pending for endpoints of the organisation may leave. */
    public boolean sends(OrganisationId organisation) {
        return organisation(organisation).map(Organisation::sends).orElse(true);
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
        Organisation before = organisations.put(organisation.id(), organisation);
        nameAnew(before == null ? null : before.uid(), organisation);
        routing.remove(organisation.id());
    }

    /** With its keys and endpoints. */
    void remove(Organisation organisation) {
        OrganisationId id = organisation.id();
        organisations.remove(id);
        if (organisation.uid() != null) {
            organisationsByUid.remove(organisation.uid());
        }
        keys.values().stream().filter(key -> id.equals(key.organisation())).forEach(this::remove);
        endpoints(id).forEach(this::remove);
        byOrganisation.remove(id);
        routing.remove(id);
    }

    private void remove(Key key) {
        keysByHash.remove(key.tokenHash());
        keys.remove(key.id());
    }

    private void remove(Endpoint endpoint) {
        endpoints.remove(endpoint.id());
        if (endpoint.uid() != null) {
            endpointsByUid
                    .getOrDefault(endpoint.uid(), new HashMap<>())
                    .remove(endpoint.organisation());
        }
    }

    void put(Key key) {
        Key before = keys.put(key.id(), key);
        if (before != null && !before.tokenHash().equals(key.tokenHash())) {
            keysByHash.remove(before.tokenHash());
        }
        keysByHash.put(key.tokenHash(), key);
    }

    void put(Endpoint endpoint) {
        Endpoint before = endpoints.put(endpoint.id(), endpoint);
        nameAnew(before == null ? null : before.uid(), endpoint);
        byOrganisation
                .computeIfAbsent(endpoint.organisation(), _ -> new ConcurrentSkipListMap<>())
                .put(endpoint.id().seq(), endpoint);
        routing.remove(endpoint.organisation());
    }

    private void nameAnew(@Nullable String before, Organisation organisation) {
        String uid = organisation.uid();
        if (before != null && !before.equals(uid)) {
            organisationsByUid.remove(before);
        }
        if (uid != null) {
            organisationsByUid.put(uid, organisation);
        }
    }

    /** {@code before}: the own id it had; one that stays is never missing in between. */
    private void nameAnew(@Nullable String before, Endpoint endpoint) {
        String uid = endpoint.uid();
        if (before != null && !before.equals(uid)) {
            endpointsByUid.getOrDefault(before, new HashMap<>()).remove(endpoint.organisation());
        }
        if (uid != null) {
            endpointsByUid
                    .computeIfAbsent(uid, _ -> new ConcurrentHashMap<>())
                    .put(endpoint.organisation(), endpoint);
        }
    }
}
