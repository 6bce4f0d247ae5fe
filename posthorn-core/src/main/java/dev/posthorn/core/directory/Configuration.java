package dev.posthorn.core.directory;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.store.ConfigStore;
import dev.posthorn.core.store.ConfigStore.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The one way to change configuration: decide on what is in force, write it, then make it known.
 * Changes happen one after another; calls block until the change is durable and must not come from
 * an event loop.
 */
public final class Configuration {
    private final Directory directory;
    private final ConfigStore store;
    private final Consumer<Endpoint> changed;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /** {@code changed} hears each endpoint after its change is durable and in the directory. */
    public Configuration(Directory directory, ConfigStore store, Consumer<Endpoint> changed) {
        this.directory = directory;
        this.store = store;
        this.changed = changed;
    }

    public Directory directory() {
        return directory;
    }

    /**
     * Runs {@code decision} with nothing else changing, then writes and applies the changes it
     * returns; an empty list changes nothing.
     */
    public <R> R change(Supplier<Decision<R>> decision) {
        oneAtATime.lock();
        try {
            Decision<R> decided = decision.get();
            if (!decided.changes().isEmpty()) {
                store.save(decided.changes());
                decided.changes().forEach(this::apply);
            }
            return decided.result();
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * Changes one endpoint if it exists and {@code step} returns another one; answers what is in
     * force then.
     */
    public Optional<Endpoint> changeEndpoint(EndpointId id, UnaryOperator<Endpoint> step) {
        return change(() -> {
            Optional<Endpoint> before = directory.endpoint(id);
            Optional<Endpoint> after = before.map(step);
            List<Change> changes = new ArrayList<>();
            if (after.isPresent() && !after.equals(before)) {
                changes.add(new Change.EndpointChange(after.get()));
            }
            return new Decision<>(changes, after);
        });
    }

    private void apply(Change change) {
        switch (change) {
            case Change.OrganisationChange(var organisation) -> apply(organisation);
            case Change.Purge(var organisation, _) -> remove(organisation);
            case Change.KeyChange(var key) -> directory.put(key);
            case Change.EndpointChange(var endpoint) -> {
                directory.put(endpoint);
                changed.accept(endpoint);
            }
            case Change.OwnProfileChange(var version) -> directory.ownProfiles().put(version);
            case Change.EventTypeChange(var entry) -> directory.eventTypes().put(entry);
            case Change.TaskChange _,
                    Change.TestAttempt _,
                    Change.CancelPending _,
                    Change.PeopleChange _,
                    Change.Reorder _,
                    Change.Expunge _,
                    Change.Audited _ -> {}
        }
    }

    /** Its endpoints hold what they have from now on, or let go of it. */
    private void apply(Organisation organisation) {
        boolean sent = directory.sends(organisation.id());
        directory.put(organisation);
        if (organisation.sends() != sent) {
            directory.endpoints(organisation.id()).forEach(changed);
        }
    }

    /** Nobody finds its endpoints any more; who holds something for them lets go. */
    private void remove(Organisation organisation) {
        List<Endpoint> endpoints = directory.endpoints(organisation.id());
        directory.remove(organisation);
        for (Endpoint endpoint : endpoints) {
            changed.accept(
                    endpoint.withState(EndpointState.DEACTIVATED, null, endpoint.updatedMs()));
        }
    }

    /** What is to be written, and what the caller gets when it is. */
    public record Decision<R>(List<Change> changes, R result) {
        public Decision {
            changes = List.copyOf(changes);
        }
    }
}
