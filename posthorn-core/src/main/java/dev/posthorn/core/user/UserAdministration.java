package dev.posthorn.core.user;

import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.user.Accounts.Decision;
import dev.posthorn.core.user.OneTimeLink.Purpose;
import dev.posthorn.core.user.UserResult.Done;
import dev.posthorn.core.user.UserResult.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Makes and changes users. Passwords stay outside: only their hashes are known here. */
public final class UserAdministration {
    private final Accounts accounts;
    private final Sequence sequence;

    public UserAdministration(Accounts accounts, Sequence sequence) {
        this.accounts = accounts;
        this.sequence = sequence;
    }

    /** Whether nobody can sign in yet. */
    public boolean isEmpty() {
        return accounts.users().isEmpty();
    }

    /** Makes the first user, an operator, whoever comes with the link. */
    public UserResult first(
            String linkHash, String email, String name, String passwordHash, long nowMs) {
        return accounts.change(() -> {
            boolean first = accounts.users().isEmpty();
            Optional<OneTimeLink> link =
                    usable(linkHash, nowMs)
                            .filter(found -> first && found.purpose() instanceof Purpose.FirstUser);
            if (link.isEmpty()) {
                return refused(new UserRejection.LinkGone());
            }
            NewUser wanted = new NewUser(email, name, null, Role.OPERATOR);
            return against(wanted)
                    .map(UserAdministration::refused)
                    .orElseGet(
                            () -> saved(made(wanted, nowMs).withPassword(passwordHash), linkHash));
        });
    }

    /** Makes a user who cannot sign in before a link of theirs set a password. */
    public UserResult invite(NewUser wanted, long nowMs) {
        return accounts.change(() ->
                against(wanted)
                        .map(UserAdministration::refused)
                        .orElseGet(() -> saved(made(wanted, nowMs))));
    }

    /** Sets a password with a link and ends every session of that user. */
    public UserResult password(String linkHash, String passwordHash, long nowMs) {
        return accounts.change(() -> {
            Optional<User> user = usable(linkHash, nowMs).flatMap(this::named).filter(User::active);
            if (user.isEmpty()) {
                return refused(new UserRejection.LinkGone());
            }
            User changed = user.get().withPassword(passwordHash);
            List<AccountChange> changes = signedOut(changed.id());
            changes.add(new AccountChange.UserChange(changed));
            changes.add(new AccountChange.LinkEnd(linkHash));
            return new Decision<>(changes, new Done(changed));
        });
    }

    /** Ends everybody who belongs to an organisation, and everything opened for it. */
    public void removeAllOf(OrganisationId organisation) {
        accounts.change(() -> {
            List<AccountChange> ends = new ArrayList<>();
            Set<UserId> gone = new HashSet<>();
            for (User user : accounts.users()) {
                if (organisation.equals(user.organisation())) {
                    gone.add(user.id());
                    ends.add(new AccountChange.UserEnd(user.id()));
                }
            }
            accounts.sessions().stream()
                    .filter(session -> isOf(session.holder(), organisation, gone))
                    .forEach(one -> ends.add(new AccountChange.SessionEnd(one.tokenHash())));
            accounts.links().stream()
                    .filter(link -> isOf(link.purpose(), organisation, gone))
                    .forEach(one -> ends.add(new AccountChange.LinkEnd(one.tokenHash())));
            return new Decision<>(ends, organisation);
        });
    }

    private static boolean isOf(Session.Holder holder, OrganisationId owner, Set<UserId> users) {
        return switch (holder) {
            case Session.Holder.OfUser(var id) -> users.contains(id);
            case Session.Holder.OfPortal(var pass) -> pass.organisation().equals(owner);
        };
    }

    private static boolean isOf(Purpose purpose, OrganisationId owner, Set<UserId> users) {
        return switch (purpose) {
            case Purpose.FirstUser() -> false;
            case Purpose.NewPassword(var id) -> users.contains(id);
            case Purpose.Portal(var pass) -> pass.organisation().equals(owner);
        };
    }

    /** {@code step}: from the user in force to the one wanted, with the same id. */
    public UserResult update(UserId id, UnaryOperator<User> step) {
        return accounts.change(() -> {
            Optional<User> before = accounts.user(id);
            if (before.isEmpty()) {
                return refused(new UserRejection.NoSuchUser());
            }
            User after = step.apply(before.get());
            return against(before.get(), after)
                    .map(UserAdministration::refused)
                    .orElseGet(() -> changed(after));
        });
    }

    private Decision<UserResult> changed(User after) {
        List<AccountChange> changes = after.active() ? new ArrayList<>() : signedOut(after.id());
        changes.add(new AccountChange.UserChange(after));
        return new Decision<>(changes, new Done(after));
    }

    private Optional<OneTimeLink> usable(String linkHash, long nowMs) {
        return accounts.link(linkHash).filter(link -> link.usableAt(nowMs));
    }

    private Optional<User> named(OneTimeLink link) {
        return link.purpose() instanceof Purpose.NewPassword(UserId id)
                ? accounts.user(id)
                : Optional.empty();
    }

    private List<AccountChange> signedOut(UserId id) {
        List<AccountChange> changes = new ArrayList<>();
        accounts.sessions().stream()
                .filter(session -> session.holder().equals(new Session.Holder.OfUser(id)))
                .forEach(session -> changes.add(new AccountChange.SessionEnd(session.tokenHash())));
        return changes;
    }

    private User made(NewUser wanted, long nowMs) {
        return new User(
                new UserId(sequence.next(1, nowMs)),
                wanted.email().strip().toLowerCase(Locale.ROOT),
                wanted.name().strip(),
                null,
                wanted.organisation(),
                wanted.role(),
                true,
                nowMs);
    }

    private Optional<UserRejection> against(NewUser wanted) {
        String email = wanted.email().strip().toLowerCase(Locale.ROOT);
        if (accounts.users().size() >= UserRules.MAX_USERS) {
            return Optional.of(new UserRejection.TooMany(UserRules.MAX_USERS));
        }
        return UserRules.against(email, wanted.name())
                .or(() -> accounts.userByEmail(email).map(_ -> new UserRejection.EmailTaken()));
    }

    private Optional<UserRejection> against(User before, User after) {
        boolean taken =
                accounts.userByEmail(after.email())
                        .filter(other -> !other.id().equals(after.id()))
                        .isPresent();
        if (taken) {
            return Optional.of(new UserRejection.EmailTaken());
        }
        boolean steppedDown = operates(before) && !operates(after);
        boolean alone =
                accounts.users().stream()
                        .filter(UserAdministration::operates)
                        .allMatch(other -> Objects.equals(other.id(), before.id()));
        return steppedDown && alone
                ? Optional.of(new UserRejection.LastOperator())
                : UserRules.against(after.email(), after.name());
    }

    private static boolean operates(User user) {
        return user.active() && user.role() == Role.OPERATOR;
    }

    private static Decision<UserResult> saved(User user) {
        return new Decision<>(List.of(new AccountChange.UserChange(user)), new Done(user));
    }

    private static Decision<UserResult> saved(User user, String usedLink) {
        return new Decision<>(
                List.of(new AccountChange.UserChange(user), new AccountChange.LinkEnd(usedLink)),
                new Done(user));
    }

    private static Decision<UserResult> refused(UserRejection why) {
        return new Decision<>(List.of(), new Refused(why));
    }
}
