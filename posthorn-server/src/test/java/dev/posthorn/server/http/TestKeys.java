package dev.posthorn.server.http;

import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.KeyState;
import dev.posthorn.core.organisation.Scope;
import java.util.Set;

/** Knows two tokens: {@code reader} may read, {@code barred} is of a blocked organisation. */
final class TestKeys implements Authenticator {
    @Override
    public Authentication authenticate(String token) {
        return switch (token) {
            case "reader" -> new Authentication.Accepted(new Caller(key(Scope.READ)));
            case "barred" -> new Authentication.Barred("The organisation is blocked.");
            default -> new Authentication.Unknown();
        };
    }

    private static Key key(Scope scope) {
        return new Key(new KeyId(1), null, null, Set.of(scope), "", KeyState.ACTIVE, null, 0, null);
    }
}
