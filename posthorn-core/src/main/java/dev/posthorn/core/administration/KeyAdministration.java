package dev.posthorn.core.administration;

import dev.posthorn.core.administration.KeyResult.Done;
import dev.posthorn.core.administration.KeyResult.Refused;
import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Configuration.Decision;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.KeyState;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.core.store.ConfigStore.Change;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes and changes keys. Tokens stay outside: only their hashes are known here. */
public final class KeyAdministration {
    /** More than one for each server of a large customer. */
    static final int MAX_KEYS = 1000;

    private static final Set<Scope> OPERATORS_SCOPES = EnumSet.of(Scope.OPERATOR, Scope.PUBLISH);

    private final Configuration configuration;
    private final Sequence sequence;

    public KeyAdministration(Configuration configuration, Sequence sequence) {
        this.configuration = configuration;
        this.sequence = sequence;
    }

    /** {@code tokenHash} as in {@link Key#tokenHash}. */
    public KeyResult create(NewKey wanted, String tokenHash, long nowMs) {
        return configuration.change(() -> {
            Key key =
                    new Key(
                            new KeyId(sequence.next(1, nowMs)),
                            wanted.organisation(),
                            wanted.name(),
                            wanted.scopes(),
                            tokenHash,
                            KeyState.ACTIVE,
                            wanted.endpoint(),
                            nowMs,
                            wanted.expiresMs());
            return tooMany(wanted).or(() -> against(key)).map(this::refused).orElse(saved(key));
        });
    }

    /** {@code step}: from the key in force to the one wanted, with the same id and organisation. */
    public KeyResult update(KeyId id, UnaryOperator<Key> step) {
        return configuration.change(() -> {
            Optional<Key> before = directory().key(id);
            if (before.isEmpty()) {
                return refused(new KeyRejection.NoSuchKey());
            }
            Key after = step.apply(before.get());
            return against(after).map(this::refused).orElse(saved(after));
        });
    }

    private Directory directory() {
        return configuration.directory();
    }

    private Optional<KeyRejection> tooMany(NewKey wanted) {
        long there =
                directory().keys().stream()
                        .filter(key -> key.state() == KeyState.ACTIVE)
                        .filter(key -> Objects.equals(key.organisation(), wanted.organisation()))
                        .count();
        return there >= MAX_KEYS
                ? Optional.of(new KeyRejection.TooMany(MAX_KEYS))
                : Optional.empty();
    }

    private Optional<KeyRejection> against(Key key) {
        OrganisationId owner = key.organisation();
        if (owner != null && directory().organisation(owner).isEmpty()) {
            return Optional.of(new KeyRejection.NoSuchOrganisation());
        }
        if (key.scopes().isEmpty()) {
            return Optional.of(new KeyRejection.NoScopes());
        }
        boolean fits =
                key.organisation() == null
                        ? OPERATORS_SCOPES.containsAll(key.scopes())
                        : !key.scopes().contains(Scope.OPERATOR);
        if (!fits) {
            return Optional.of(new KeyRejection.ScopesDoNotFit());
        }
        return key.endpoint() == null || owns(key.organisation(), key.endpoint())
                ? Optional.empty()
                : Optional.of(new KeyRejection.NoSuchEndpoint());
    }

    private boolean owns(@Nullable OrganisationId owner, long endpoint) {
        return directory()
                .endpoint(new EndpointId(endpoint))
                .filter(found -> found.organisation().equals(owner))
                .isPresent();
    }

    private Decision<KeyResult> saved(Key key) {
        return new Decision<>(List.of(new Change.KeyChange(key)), new Done(key));
    }

    private Decision<KeyResult> refused(KeyRejection why) {
        return new Decision<>(List.of(), new Refused(why));
    }
}
