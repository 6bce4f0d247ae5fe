package dev.posthorn.core.directory;

import dev.posthorn.core.audit.AuditEntry;
import dev.posthorn.core.audit.AuditTarget;
import dev.posthorn.core.audit.Described;
import dev.posthorn.core.audit.Descriptions;
import dev.posthorn.core.audit.FieldChange;
import dev.posthorn.core.audit.Origin;
import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.profile.own.OwnProfileVersion;
import dev.posthorn.core.store.ConfigStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the audit trail beside every change of an organisation, key or endpoint, in the same
 * transaction: what is about to be written is compared with what is in force. So no one who makes a
 * change can forget it. What an action means beyond its rows is noted by whoever knows it, see
 * {@link AuditEntry}.
 */
public final class AuditedConfigStore implements ConfigStore {
    private final Directory inForce;
    private final ConfigStore store;

    public AuditedConfigStore(Directory inForce, ConfigStore store) {
        this.inForce = inForce;
        this.store = store;
    }

    @Override
    public void save(List<Change> changes) {
        List<Change> audited = new ArrayList<>(changes);
        for (Change change : changes) {
            entry(change).map(Change.Audited::new).ifPresent(audited::add);
        }
        store.save(audited);
    }

    @Override
    public Snapshot load() {
        return store.load();
    }

    private Optional<AuditEntry> entry(Change change) {
        return switch (change) {
            case Change.OrganisationChange(var after) -> organisation(after);
            case Change.KeyChange(var after) -> key(after);
            case Change.EndpointChange(var after) -> endpoint(after);
            case Change.OwnProfileChange(var after) -> profile(after);
            case Change.EventTypeChange(var after) -> eventType(after);
            case Change.TaskChange _,
                    Change.TestAttempt _,
                    Change.CancelPending _,
                    Change.Reorder _,
                    Change.PeopleChange _,
                    Change.Expunge _,
                    Change.Purge _,
                    Change.Audited _ ->
                    Optional.empty();
        };
    }

    private Optional<AuditEntry> organisation(Organisation after) {
        Described before =
                inForce.organisation(after.id()).map(Descriptions::of).orElse(Descriptions.NOTHING);
        AuditTarget target = target("organisation", after.id().seq(), after.uid(), after.name());
        return entry(after.id(), target, before, Descriptions.of(after));
    }

    private Optional<AuditEntry> key(Key after) {
        Described before =
                inForce.key(after.id()).map(Descriptions::of).orElse(Descriptions.NOTHING);
        AuditTarget target = target("key", after.id().seq(), null, after.name());
        return entry(after.organisation(), target, before, Descriptions.of(after));
    }

    private Optional<AuditEntry> endpoint(Endpoint after) {
        Described before =
                inForce.endpoint(after.id()).map(Descriptions::of).orElse(Descriptions.NOTHING);
        AuditTarget target =
                target("webhook_config", after.id().seq(), after.uid(), after.settings().name());
        return entry(after.organisation(), target, before, Descriptions.of(after));
    }

    private Optional<AuditEntry> profile(OwnProfileVersion after) {
        Described before =
                inForce.ownProfiles()
                        .named(after.name())
                        .map(one -> Descriptions.of(one.version()))
                        .orElse(Descriptions.NOTHING);
        return entry(
                null, AuditTarget.named("profile", after.name()), before, Descriptions.of(after));
    }

    private Optional<AuditEntry> eventType(TypeEntry after) {
        Described before =
                inForce.eventTypes()
                        .entry(after.type())
                        .map(Descriptions::of)
                        .orElse(Descriptions.NOTHING);
        return entry(
                null,
                AuditTarget.named("event_type", after.type().slug()),
                before,
                Descriptions.of(after));
    }

    private static AuditTarget target(
            String resource, long seq, @Nullable String uid, @Nullable String name) {
        return new AuditTarget(resource, seq, uid == null ? name : uid);
    }

    private static Optional<AuditEntry> entry(
            @Nullable OrganisationId owner, AuditTarget target, Described before, Described after) {
        List<FieldChange> fields = after.since(before);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        String action = target.resource() + "." + verb(before, fields);
        return Optional.of(new AuditEntry(owner, action, target, fields, Origin.current()));
    }

    private static String verb(Described before, List<FieldChange> fields) {
        if (before.isEmpty()) {
            return "create";
        }
        return fields.stream().allMatch(FieldChange::isMasked) ? "rotate" : "update";
    }
}
