package dev.posthorn.server.ingest;

import dev.posthorn.core.administration.OrganisationAdministration;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.Caller;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.RefusedException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Finds out for whom an event is published. What belongs to another organisation is as unknown as
 * what does not exist.
 */
public final class Publishers {
    private final Directory directory;
    private final PublicIds ids;
    private final boolean requireOrganisation;

    /** {@code requireOrganisation}: a caller of no organisation must name one. */
    public Publishers(Directory directory, PublicIds ids, boolean requireOrganisation) {
        this.directory = directory;
        this.ids = ids;
        this.requireOrganisation = requireOrganisation;
    }

    /** Empty, with the problem told, when there is no such organisation or key. */
    Optional<Publisher> find(Caller caller, ParsedEvent event, Problems problems) {
        Optional<Organisation> organisation = organisation(caller, event.organisation());
        if (organisation.isEmpty()) {
            problems.add(
                    "organisation",
                    event.organisation() == null ? "is missing" : "there is none by this name");
            return Optional.empty();
        }
        open(organisation.get());
        return publisher(caller, organisation.get(), event.key(), problems);
    }

    private Optional<Organisation> organisation(Caller caller, @Nullable String named) {
        OrganisationId own = caller.key().organisation();
        if (own == null) {
            return named == null ? unnamed() : byName(named);
        }
        Optional<Organisation> callers = directory.organisation(own);
        return named == null ? callers : callers.filter(found -> isNamed(found, named));
    }

    private Optional<Organisation> unnamed() {
        return requireOrganisation
                ? Optional.empty()
                : directory.organisationByUid(OrganisationAdministration.DEFAULT_UID);
    }

    private Optional<Organisation> byName(String named) {
        OptionalLong seq = ids.seq(named);
        return seq.isPresent()
                ? directory.organisation(new OrganisationId(seq.getAsLong()))
                : directory.organisationByUid(named);
    }

    private boolean isNamed(Organisation organisation, String named) {
        return named.equals(organisation.uid()) || named.equals(ids.text(organisation.id().seq()));
    }

    private static void open(Organisation organisation) {
        if (organisation.standing() != Organisation.Standing.OPEN) {
            throw new RefusedException(
                    ApiError.of(
                            ErrorCode.BLOCKED,
                            "The organisation is "
                                    + organisation.standing().name().toLowerCase(Locale.ROOT)
                                    + "."));
        }
    }

    private Optional<Publisher> publisher(
            Caller caller, Organisation organisation, @Nullable String key, Problems problems) {
        if (key == null) {
            boolean own = organisation.id().equals(caller.key().organisation());
            return Optional.of(new Publisher(organisation, own ? caller.key() : null));
        }
        Optional<Key> named = key(organisation, key);
        if (named.isEmpty()) {
            problems.add("key", "there is none by this id");
        }
        return named.map(found -> new Publisher(organisation, found));
    }

    private Optional<Key> key(Organisation organisation, String id) {
        OptionalLong seq = ids.seq(id);
        return seq.isEmpty()
                ? Optional.empty()
                : directory
                        .key(new KeyId(seq.getAsLong()))
                        .filter(key -> organisation.id().equals(key.organisation()));
    }
}
