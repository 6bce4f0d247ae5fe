package dev.posthorn.server.dashboard.visit;

import dev.posthorn.core.administration.Chance;
import dev.posthorn.core.user.Accounts;
import dev.posthorn.core.user.OneTimeLinks;
import dev.posthorn.core.user.Passwords;
import dev.posthorn.core.user.Sessions;
import dev.posthorn.core.user.SignIn;
import dev.posthorn.core.user.UserAdministration;
import dev.posthorn.server.api.caller.Tokens;

/** Who can sign in, and how. */
public record People(
        Accounts accounts,
        Sessions sessions,
        OneTimeLinks links,
        UserAdministration users,
        SignIn signIn,
        Passwords passwords,
        Chance chance) {

    /** A token nobody can foresee; only {@link Tokens#hash} of it is kept. */
    public String token() {
        return Tokens.token(chance.bytes(Tokens.CHANCE_BYTES));
    }
}
