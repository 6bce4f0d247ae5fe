package dev.posthorn.core.user;

import dev.posthorn.core.user.Accounts.Decision;
import dev.posthorn.core.user.OneTimeLink.Purpose;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes and redeems links that work once. Tokens stay outside: only their hashes are known here.
 */
public final class OneTimeLinks {
    /** Printed at every start until somebody used it. */
    public static final Duration FIRST_USER = Duration.ofDays(7);

    /** People read mail after a weekend. */
    public static final Duration NEW_PASSWORD = Duration.ofDays(3);

    /** Of one organisation, not followed yet; the oldest gives way. */
    static final int MOST_PORTALS = 1_000;

    private final Accounts accounts;

    public OneTimeLinks(Accounts accounts) {
        this.accounts = accounts;
    }

    /** An earlier link to the first user, or to the same user's password, ends. */
    public OneTimeLink make(String tokenHash, Purpose purpose, Duration life, long nowMs) {
        OneTimeLink link = new OneTimeLink(tokenHash, purpose, nowMs, nowMs + life.toMillis());
        return accounts.change(() -> {
            List<AccountChange> changes = replaced(purpose, nowMs);
            changes.add(new AccountChange.LinkChange(link));
            return new Decision<>(changes, link);
        });
    }

    /** What a link is for, as long as it can be used; looking does not use it up. */
    public Optional<OneTimeLink> find(String tokenHash, long nowMs) {
        return accounts.link(tokenHash).filter(link -> link.usableAt(nowMs));
    }

    /** Opens the portal a link leads to: at most once, however many come at the same time. */
    public Optional<Session> enter(String linkHash, String sessionHash, long nowMs) {
        return accounts.change(() -> {
            Optional<PortalPass> pass = find(linkHash, nowMs).flatMap(OneTimeLinks::pass);
            if (pass.isEmpty()) {
                return new Decision<>(List.of(), Optional.<Session>empty());
            }
            Session session =
                    Session.opened(sessionHash, new Session.Holder.OfPortal(pass.get()), nowMs);
            List<AccountChange> changes = accounts.over(nowMs);
            changes.add(new AccountChange.LinkEnd(linkHash));
            changes.add(new AccountChange.SessionChange(session));
            return new Decision<>(changes, Optional.of(session));
        });
    }

    private static Optional<PortalPass> pass(OneTimeLink link) {
        return link.purpose() instanceof Purpose.Portal(PortalPass pass)
                ? Optional.of(pass)
                : Optional.empty();
    }

    private List<AccountChange> replaced(Purpose purpose, long nowMs) {
        List<AccountChange> changes = accounts.over(nowMs);
        switch (purpose) {
            case Purpose.FirstUser _, Purpose.NewPassword _ ->
                    accounts.links().stream()
                            .filter(link -> link.purpose().equals(purpose))
                            .forEach(link -> changes.add(ended(link)));
            case Purpose.Portal(PortalPass pass) ->
                    crowdedOut(pass).ifPresent(link -> changes.add(ended(link)));
        }
        return changes;
    }

    private static AccountChange ended(OneTimeLink link) {
        return new AccountChange.LinkEnd(link.tokenHash());
    }

    private Optional<OneTimeLink> crowdedOut(PortalPass pass) {
        List<OneTimeLink> theirs =
                accounts.links().stream()
                        .filter(link ->
                                pass(link)
                                        .filter(other ->
                                                other.organisation().equals(pass.organisation()))
                                        .isPresent())
                        .toList();
        return theirs.size() < MOST_PORTALS
                ? Optional.empty()
                : theirs.stream().min(Comparator.comparingLong(OneTimeLink::createdMs));
    }
}
