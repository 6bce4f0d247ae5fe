package dev.posthorn.core.administration;

import dev.posthorn.core.audit.AuditEntry;
import dev.posthorn.core.audit.AuditTarget;
import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Configuration.Decision;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.store.ConfigStore.Change;
import java.util.List;

/** Erases for good what somebody asks to have erased, and notes that it was. */
public final class Erasure {
    private final Configuration configuration;

    public Erasure(Configuration configuration) {
        this.configuration = configuration;
    }

    /** The payload of an event; the rest of it stays in the log. Blocks until it is durable. */
    public void expunge(EventId event, OrganisationId owner) {
        AuditTarget target = AuditTarget.of("event", event.seq());
        List<Change> changes =
                List.of(
                        new Change.Expunge(event),
                        new Change.Audited(AuditEntry.now("event.expunge", owner, target)));
        configuration.change(() -> new Decision<>(changes, event));
    }
}
