package dev.posthorn.core.store;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.audit.AuditEntry;
import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.profile.own.OwnProfileVersion;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.user.AccountChange;
import java.util.List;

/** Configuration and tasks, durable. Calls block until the change is flushed. */
public interface ConfigStore {
    /**
     * Writes all of it or none. A row with the same id is replaced.
     *
     * @throws StoreUnavailableException when it may be written later
     */
    void save(List<Change> changes);

    Snapshot load();

    /** Everything the node keeps in memory from the start. */
    record Snapshot(
            List<Organisation> organisations,
            List<Key> keys,
            List<Endpoint> endpoints,
            List<OwnProfileVersion> profiles,
            List<TypeEntry> eventTypes) {
        /** Without profiles of the operator's own and without written event types. */
        public Snapshot(
                List<Organisation> organisations, List<Key> keys, List<Endpoint> endpoints) {
            this(organisations, keys, endpoints, List.of(), List.of());
        }
    }

    /** One row to write. */
    sealed interface Change {
        record OrganisationChange(Organisation organisation) implements Change {}

        record KeyChange(Key key) implements Change {}

        /** Also keeps the revision, so that old attempts can be rendered again. */
        record EndpointChange(Endpoint endpoint) implements Change {}

        record TaskChange(Task task) implements Change {}

        /** One more version; revisions of endpoints saved after it belong to it. */
        record OwnProfileChange(OwnProfileVersion version) implements Change {}

        record EventTypeChange(TypeEntry entry) implements Change {}

        /** A test's request and answer, for the log. {@code seq} is the attempt's number. */
        record TestAttempt(
                long seq,
                Endpoint endpoint,
                String type,
                AttemptRecord attempt,
                dev.posthorn.core.profile.OutgoingRequest request,
                long eventSeq)
                implements Change {}

        /** Deliveries of an endpoint that are pending become cancelled, however many. */
        record CancelPending(Endpoint endpoint, String reason, long atMs) implements Change {}

        /** Users, sessions and links; read by {@code AccountStore}. */
        record PeopleChange(AccountChange change) implements Change {}

        /** Sort keys of pending rows follow a changed ordering. */
        record Reorder(Endpoint endpoint) implements Change {}

        /** The payload of an event goes for good; deliveries stay as they are. */
        record Expunge(EventId event) implements Change {}

        /**
         * Everything of an organisation goes for good: at once from what is loaded, row by row in
         * the background, also over a restart. What is written of it late is dropped.
         *
         * @param endpoints all of its endpoints
         */
        record Purge(Organisation organisation, List<EndpointId> endpoints) implements Change {
            public Purge {
                endpoints = List.copyOf(endpoints);
            }
        }

        /** A line of the audit trail; numbered when it is written. */
        record Audited(AuditEntry entry) implements Change {}
    }
}
