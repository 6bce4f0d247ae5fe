package dev.posthorn.server.api.caller;

import dev.posthorn.core.administration.OrganisationAdministration;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.http.Caller;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What callers can name: the things of their own organisation, and everything for the operator's
 * keys. What is out of reach is as unknown as what does not exist. Used by many threads.
 */
public final class Reach {
    private final Directory directory;
    private final PublicIds ids;

    public Reach(Directory directory, PublicIds ids) {
        this.directory = directory;
        this.ids = ids;
    }

    public boolean covers(Caller caller, @Nullable OrganisationId owner) {
        OrganisationId own = caller.key().organisation();
        return own == null || own.equals(owner);
    }

    /** By id or the caller's own id. */
    public Optional<Organisation> organisation(Caller caller, String named) {
        OptionalLong seq = ids.seq(named);
        Optional<Organisation> found =
                seq.isPresent()
                        ? directory.organisation(new OrganisationId(seq.getAsLong()))
                        : directory.organisationByUid(named);
        return found.filter(organisation -> covers(caller, organisation.id()));
    }

    /** The caller's organisation; for keys of the operator's the one called {@code default}. */
    public Optional<Organisation> own(Caller caller) {
        OrganisationId own = caller.key().organisation();
        return own == null
                ? directory.organisationByUid(OrganisationAdministration.DEFAULT_UID)
                : directory.organisation(own);
    }

    /** Whose things a list shows: {@code organisation} narrows what an operator's key sees. */
    public Whose whose(Caller caller, QueryFields query) {
        Optional<String> named = query.text("organisation");
        OrganisationId own = caller.key().organisation();
        if (named.isEmpty()) {
            return own == null ? new Whose.Everyones() : new Whose.One(own);
        }
        return organisation(caller, named.get())
                .<Whose>map(found -> new Whose.One(found.id()))
                .orElseGet(Whose.Nobodys::new);
    }

    /** By id, or by the owner's own id where that names one endpoint only. */
    public Optional<Endpoint> endpoint(Caller caller, String named) {
        OptionalLong seq = ids.seq(named);
        if (seq.isPresent()) {
            return directory
                    .endpoint(new EndpointId(seq.getAsLong()))
                    .filter(endpoint -> covers(caller, endpoint.organisation()));
        }
        OrganisationId own = caller.key().organisation();
        if (own != null) {
            return directory.endpoint(own, named);
        }
        List<Endpoint> called = directory.endpoints(named);
        return called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty();
    }

    /** One of an organisation's within the caller's reach, by id or its own id. */
    public Optional<Endpoint> endpoint(Caller caller, OrganisationId owner, String named) {
        return ids.seq(named).isPresent()
                ? endpoint(caller, named).filter(one -> one.organisation().equals(owner))
                : directory.endpoint(owner, named).filter(_ -> covers(caller, owner));
    }

    /** All a caller can see, in no order. */
    public List<Endpoint> endpoints(Caller caller) {
        OrganisationId own = caller.key().organisation();
        return own == null ? List.copyOf(directory.endpoints()) : directory.endpoints(own);
    }

    public Optional<Key> key(Caller caller, String id) {
        OptionalLong seq = ids.seq(id);
        return seq.isEmpty()
                ? Optional.empty()
                : directory
                        .key(new KeyId(seq.getAsLong()))
                        .filter(key -> covers(caller, key.organisation()));
    }
}
