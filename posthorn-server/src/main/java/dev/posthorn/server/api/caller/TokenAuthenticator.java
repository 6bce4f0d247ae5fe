package dev.posthorn.server.api.caller;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.server.http.Authentication;
import dev.posthorn.server.http.Authenticator;
import dev.posthorn.server.http.Caller;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** Knows callers by the hash of their token. */
public final class TokenAuthenticator implements Authenticator {
    private final Directory directory;
    private final KeyUses uses;
    private final InstantSource clock;

    public TokenAuthenticator(Directory directory, KeyUses uses, InstantSource clock) {
        this.directory = directory;
        this.uses = uses;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(String token) {
        Optional<Key> key = directory.keyByHash(Tokens.hash(token));
        long nowMs = clock.millis();
        if (key.isEmpty() || !key.get().usableAt(nowMs)) {
            return new Authentication.Unknown();
        }
        uses.used(key.get().id(), nowMs);
        return barred(key.get())
                .orElseGet(() -> new Authentication.Accepted(new Caller(key.get())));
    }

    private Optional<Authentication> barred(Key key) {
        OrganisationId owner = key.organisation();
        if (owner == null) {
            return Optional.empty();
        }
        return directory
                .organisation(owner)
                .map(TokenAuthenticator::barred)
                .orElse(Optional.of(new Authentication.Unknown()));
    }

    private static Optional<Authentication> barred(Organisation organisation) {
        return organisation.standing() == Organisation.Standing.OPEN
                ? Optional.empty()
                : Optional.of(barred(organisation.standing()));
    }

    private static Authentication barred(Organisation.Standing standing) {
        return new Authentication.Barred(
                "The organisation is " + standing.name().toLowerCase(Locale.ROOT) + ".");
    }
}
