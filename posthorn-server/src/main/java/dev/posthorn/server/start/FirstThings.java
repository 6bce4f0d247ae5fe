package dev.posthorn.server.start;

import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Configuration.Decision;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.KeyState;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.core.store.ConfigStore.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes what every installation has: the organisation {@code default} and the operator's key. */
public final class FirstThings {
    /** Own id and slug of the organisation meant when an operator names none. */
    public static final String DEFAULT = "default";

    /** Name by which the operator's key is found again at the next start. */
    private static final String OPERATOR = "operator";

    private final Configuration configuration;
    private final Sequence sequence;

    public FirstThings(Configuration configuration, Sequence sequence) {
        this.configuration = configuration;
        this.sequence = sequence;
    }

    /**
     * Adds what is missing and makes the operator's key answer to {@code tokenHash}.
     *
     * @param defaultProfile of the organisation, when it is made now
     */
    public void ensure(String tokenHash, String defaultProfile, long nowMs) {
        configuration.change(() -> {
            List<Change> changes = new ArrayList<>();
            Directory directory = configuration.directory();
            if (directory.organisationByUid(DEFAULT).isEmpty()) {
                changes.add(organisation(defaultProfile, nowMs));
            }
            operator(directory, tokenHash, nowMs).ifPresent(changes::add);
            return new Decision<>(changes, true);
        });
    }

    private Change organisation(String defaultProfile, long nowMs) {
        return new Change.OrganisationChange(
                new Organisation(
                        new OrganisationId(sequence.next(1, nowMs)),
                        DEFAULT,
                        "Default",
                        DEFAULT,
                        defaultProfile,
                        null,
                        false,
                        Organisation.Standing.OPEN,
                        nowMs));
    }

    /** Empty when the key is there and answers to this token already. */
    private Optional<Change> operator(Directory directory, String tokenHash, long nowMs) {
        Optional<Key> known =
                directory.keys().stream()
                        .filter(key -> key.organisation() == null)
                        .filter(key -> OPERATOR.equals(key.name()))
                        .findFirst();
        if (known.map(Key::tokenHash).filter(tokenHash::equals).isPresent()) {
            return Optional.empty();
        }
        KeyId id = known.map(Key::id).orElseGet(() -> new KeyId(sequence.next(1, nowMs)));
        return Optional.of(
                new Change.KeyChange(
                        new Key(
                                id,
                                null,
                                OPERATOR,
                                Set.of(Scope.OPERATOR),
                                tokenHash,
                                KeyState.ACTIVE,
                                null,
                                known.map(Key::createdMs).orElse(nowMs),
                                null)));
    }
}
