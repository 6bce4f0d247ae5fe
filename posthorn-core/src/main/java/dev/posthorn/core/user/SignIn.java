package dev.posthorn.core.user;

import java.util.Locale;
import java.util.Optional;

/** Signs people in by e-mail and password. Blocks for as long as a hash takes. */
public final class SignIn {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final WrongPasswords wrong;

    public SignIn(Accounts accounts, Sessions sessions, Passwords passwords, WrongPasswords wrong) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.wrong = wrong;
    }

    /** What came of it. */
    public sealed interface Result {
        record Welcome(Session session, User user) implements Result {}

        /** {@code left}: tries before a pause. Never says which of the two was wrong. */
        record Wrong(int left) implements Result {}

        /** Not even looked at. */
        record Paused(long untilMs) implements Result {}
    }

    /**
     * Tries a password.
     *
     * @param address where the request came from
     * @param tokenHash of the session to open when it is right
     */
    public Result tryPassword(
            String email, String password, String address, String tokenHash, long nowMs) {
        String account = email.strip().toLowerCase(Locale.ROOT);
        long nextMs = wrong.nextMs(account, address, nowMs);
        if (nextMs > nowMs) {
            return new Result.Paused(nextMs);
        }
        Optional<User> user = accounts.userByEmail(account).filter(User::active);
        if (user.map(User::passwordHash).isEmpty()) {
            passwords.pretend(password);
        }
        if (user.isEmpty() || !matches(user.get(), password)) {
            return new Result.Wrong(wrong.note(account, address, nowMs));
        }
        wrong.forget(account, address);
        Session session =
                sessions.open(tokenHash, new Session.Holder.OfUser(user.get().id()), nowMs);
        return new Result.Welcome(session, user.get());
    }

    private boolean matches(User user, String password) {
        String hash = user.passwordHash();
        return hash != null && passwords.matches(password, hash);
    }
}
