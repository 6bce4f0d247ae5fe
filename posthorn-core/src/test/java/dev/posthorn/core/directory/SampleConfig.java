package dev.posthorn.core.directory;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.KeyState;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.core.store.ConfigStore.Snapshot;
import java.util.List;
import java.util.Set;

/** Organisations and keys for tests of what a node knows. */
final class SampleConfig {
    private SampleConfig() {}

    static Organisation organisation(long seq) {
        return new Organisation(
                new OrganisationId(seq),
                "uid-" + seq,
                "Example " + seq,
                "example-" + seq,
                "standard",
                null,
                false,
                Organisation.Standing.OPEN,
                0);
    }

    static Key key(long seq, String tokenHash) {
        return new Key(
                new KeyId(seq),
                new OrganisationId(1),
                null,
                Set.of(Scope.PUBLISH),
                tokenHash,
                KeyState.ACTIVE,
                null,
                0,
                null);
    }

    static Directory directory(Organisation organisation, Endpoint... endpoints) {
        return new Directory(new Snapshot(List.of(organisation), List.of(), List.of(endpoints)));
    }
}
