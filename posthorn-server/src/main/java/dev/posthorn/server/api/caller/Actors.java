package dev.posthorn.server.api.caller;

import dev.posthorn.core.administration.Actor;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.profile.TestAccount;
import dev.posthorn.server.http.Caller;

/** Callers as those who change something. */
public final class Actors {
    private final PublicIds ids;

    public Actors(PublicIds ids) {
        this.ids = ids;
    }

    public Actor actor(Caller caller) {
        Key key = caller.key();
        String organisation =
                key.organisation() == null ? null : ids.text(key.organisation().seq());
        return new Actor(
                key.id(),
                new TestAccount.KeyAccount(ids.text(key.id().seq()), key.name(), organisation));
    }
}
