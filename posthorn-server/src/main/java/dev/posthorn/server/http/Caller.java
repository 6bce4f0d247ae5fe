package dev.posthorn.server.http;

import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.Scope;

/** Who makes a request: the key whose token it carries, checked and usable. */
public record Caller(Key key) {
    public boolean may(Scope wanted) {
        return key.may(wanted);
    }

    public boolean operator() {
        return key.may(Scope.OPERATOR);
    }
}
