package dev.posthorn.core.administration;

import dev.posthorn.core.administration.OrganisationResult.Done;
import dev.posthorn.core.administration.OrganisationResult.Refused;
import dev.posthorn.core.audit.AuditEntry;
import dev.posthorn.core.audit.AuditTarget;
import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Configuration.Decision;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.Organisation.Standing;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.profile.Profiles;
import dev.posthorn.core.store.ConfigStore.Change;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes and changes organisations. */
public final class OrganisationAdministration {
    /** All of them are in memory. */
    static final int MAX_ORGANISATIONS = 100_000;

    /** The organisation that is meant when an operator or publisher names none. */
    public static final String DEFAULT_UID = "default";

    private final Configuration configuration;
    private final Profiles profiles;
    private final Sequence sequence;
    private final Consumer<OrganisationId> purged;

    public OrganisationAdministration(
            Configuration configuration, Profiles profiles, Sequence sequence) {
        this(configuration, profiles, sequence, _ -> {});
    }

    /** {@code purged} hears of each organisation that was erased: it has people too. */
    public OrganisationAdministration(
            Configuration configuration,
            Profiles profiles,
            Sequence sequence,
            Consumer<OrganisationId> purged) {
        this.configuration = configuration;
        this.profiles = profiles;
        this.sequence = sequence;
        this.purged = purged;
    }

    public OrganisationResult create(NewOrganisation wanted, long nowMs) {
        return configuration.change(() -> {
            Organisation organisation = made(wanted, nowMs);
            return tooMany()
                    .or(() -> against(null, organisation))
                    .map(this::refused)
                    .orElse(saved(organisation));
        });
    }

    /** {@code step}: from the organisation in force to the one wanted, with the same id. */
    public OrganisationResult update(OrganisationId id, UnaryOperator<Organisation> step) {
        return configuration.change(() -> {
            Optional<Organisation> before = directory().organisation(id);
            if (before.isEmpty()) {
                return refused(new OrganisationRejection.NoSuchOrganisation());
            }
            Organisation after = step.apply(before.get());
            return against(before.get(), after).map(this::refused).orElse(saved(after));
        });
    }

    /** Its keys open nothing, nothing is published for it, what is pending is held. */
    public OrganisationResult deactivate(OrganisationId id) {
        return configuration.change(() -> {
            Optional<Organisation> before = directory().organisation(id);
            return againstEnd(before)
                    .map(this::refused)
                    .orElseGet(
                            () -> saved(before.orElseThrow().withStanding(Standing.DEACTIVATED)));
        });
    }

    /**
     * Erases the organisation with everything of it, but for a line in the operator's audit trail.
     * Once this returns it is unknown; its rows go in the background. Answers what it was, as
     * deactivated.
     */
    public OrganisationResult purge(OrganisationId id) {
        OrganisationResult result = configuration.change(() -> purged(id));
        if (result instanceof Done(var organisation)) {
            purged.accept(organisation.id());
        }
        return result;
    }

    private Decision<OrganisationResult> purged(OrganisationId id) {
        Optional<Organisation> before = directory().organisation(id);
        Optional<OrganisationRejection> why = againstEnd(before);
        if (why.isPresent()) {
            return refused(why.get());
        }
        Organisation last = before.orElseThrow().withStanding(Standing.DEACTIVATED);
        List<EndpointId> endpoints = directory().endpoints(id).stream().map(Endpoint::id).toList();
        String name = last.uid() == null ? last.name() : last.uid();
        AuditTarget target = new AuditTarget("organisation", id.seq(), name);
        return new Decision<>(
                List.of(
                        new Change.Purge(last, endpoints),
                        new Change.Audited(AuditEntry.now("organisation.purge", null, target))),
                new Done(last));
    }

    private static Optional<OrganisationRejection> againstEnd(Optional<Organisation> before) {
        if (before.isEmpty()) {
            return Optional.of(new OrganisationRejection.NoSuchOrganisation());
        }
        return DEFAULT_UID.equals(before.get().uid())
                ? Optional.of(new OrganisationRejection.IsDefault())
                : Optional.empty();
    }

    private Organisation made(NewOrganisation wanted, long nowMs) {
        return new Organisation(
                new OrganisationId(sequence.next(1, nowMs)),
                wanted.uid(),
                wanted.name(),
                wanted.slug() == null ? OrganisationSlug.of(wanted.name()) : wanted.slug(),
                wanted.defaultProfile(),
                null,
                false,
                Standing.OPEN,
                nowMs);
    }

    private Directory directory() {
        return configuration.directory();
    }

    private Optional<OrganisationRejection> tooMany() {
        return directory().organisations().size() >= MAX_ORGANISATIONS
                ? Optional.of(new OrganisationRejection.TooMany(MAX_ORGANISATIONS))
                : Optional.empty();
    }

    private Optional<OrganisationRejection> against(
            @Nullable Organisation before, Organisation after) {
        if (profiles.named(after.defaultProfile()).isEmpty()) {
            return Optional.of(new OrganisationRejection.NoSuchProfile(after.defaultProfile()));
        }
        String uid = after.uid();
        if (uid != null && (before == null || !uid.equals(before.uid()))) {
            if (directory().organisationByUid(uid).isPresent()) {
                return Optional.of(new OrganisationRejection.UidTaken(uid));
            }
        }
        boolean sameDefault =
                before != null && Objects.equals(before.defaultEndpoint(), after.defaultEndpoint());
        return sameDefault ? Optional.empty() : againstDefault(after);
    }

    private Optional<OrganisationRejection> againstDefault(Organisation organisation) {
        if (organisation.defaultEndpoint() == null) {
            return Optional.empty();
        }
        Optional<Endpoint> endpoint =
                directory()
                        .endpoint(new EndpointId(organisation.defaultEndpoint()))
                        .filter(found -> found.organisation().equals(organisation.id()));
        if (endpoint.isEmpty()) {
            return Optional.of(new OrganisationRejection.NoSuchEndpoint());
        }
        return endpoint.get().settings().routed()
                ? Optional.empty()
                : Optional.of(new OrganisationRejection.NotRouted());
    }

    private Decision<OrganisationResult> saved(Organisation organisation) {
        return new Decision<>(
                List.of(new Change.OrganisationChange(organisation)), new Done(organisation));
    }

    private Decision<OrganisationResult> refused(OrganisationRejection why) {
        return new Decision<>(List.of(), new Refused(why));
    }
}
