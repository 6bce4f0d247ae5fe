package dev.posthorn.core.user;

import dev.posthorn.core.user.Accounts.Decision;
import dev.posthorn.core.user.Session.Holder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Opens, finds and ends sessions. Tokens stay outside: only their hashes are known here. */
public final class Sessions {
    /** Of one user, one for each browser; the one unused longest gives way. */
    static final int MOST_PER_HOLDER = 50;

    private final Accounts accounts;

    public Sessions(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Signs in. {@code tokenHash} as in {@link Session#tokenHash}. */
    public Session open(String tokenHash, Holder holder, long nowMs) {
        Session session = Session.opened(tokenHash, holder, nowMs);
        return accounts.change(() -> {
            List<AccountChange> changes = accounts.over(nowMs);
            oldest(holder).ifPresent(hash -> changes.add(new AccountChange.SessionEnd(hash)));
            changes.add(new AccountChange.SessionChange(session));
            return new Decision<>(changes, session);
        });
    }

    /** The session of a token, if it is open, and its user may still sign in. */
    public Optional<Session> find(String tokenHash, long nowMs) {
        Optional<Session> open = peek(tokenHash, nowMs);
        open.filter(session -> session.wantsTouch(nowMs))
                .ifPresent(session -> touch(session, nowMs));
        return open;
    }

    /**
     * As {@link #find} for what a page does by itself: that it was used is not remembered. Does not
     * block.
     */
    public Optional<Session> peek(String tokenHash, long nowMs) {
        return accounts.session(tokenHash)
                .filter(session -> session.openAt(nowMs))
                .filter(this::welcome);
    }

    public void end(String tokenHash) {
        accounts.change(
                () -> new Decision<>(List.of(new AccountChange.SessionEnd(tokenHash)), true));
    }

    private boolean welcome(Session session) {
        return switch (session.holder()) {
            case Holder.OfUser(UserId id) -> accounts.user(id).filter(User::active).isPresent();
            case Holder.OfPortal _ -> true;
        };
    }

    /** Ended meanwhile stays ended. */
    private void touch(Session session, long nowMs) {
        accounts.change(() ->
                accounts.session(session.tokenHash()).isPresent()
                        ? new Decision<>(
                                List.of(new AccountChange.SessionChange(session.seen(nowMs))), true)
                        : new Decision<>(List.of(), false));
    }

    private Optional<String> oldest(Holder holder) {
        List<Session> theirs =
                accounts.sessions().stream()
                        .filter(session -> session.holder().equals(holder))
                        .sorted(Comparator.comparingLong(Session::seenMs))
                        .toList();
        return theirs.size() < MOST_PER_HOLDER
                ? Optional.empty()
                : Optional.of(theirs.getFirst().tokenHash());
    }
}
