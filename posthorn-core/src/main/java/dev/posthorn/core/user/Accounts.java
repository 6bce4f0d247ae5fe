package dev.posthorn.core.user;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Users, sessions and links in memory, always what is durable. Reads are cheap and from any thread;
 * changes happen one after another, block until they are durable, and must not come from an event
 * loop.
 */
public final class Accounts {
    private final AccountStore store;
    private final Map<UserId, User> users = new ConcurrentHashMap<>();
    private final Map<String, User> byEmail = new ConcurrentHashMap<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, OneTimeLink> links = new ConcurrentHashMap<>();
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public Accounts(AccountStore store) {
        this.store = store;
        AccountStore.Stored stored = store.load();
        stored.users().forEach(this::put);
        stored.sessions().forEach(session -> sessions.put(session.tokenHash(), session));
        stored.links().forEach(link -> links.put(link.tokenHash(), link));
    }

    public Collection<User> users() {
        return users.values();
    }

    public Optional<User> user(UserId id) {
        return Optional.ofNullable(users.get(id));
    }

    /** In any case. */
    public Optional<User> userByEmail(String email) {
        return Optional.ofNullable(byEmail.get(email.toLowerCase(Locale.ROOT)));
    }

    /** Whatever its age. */
    Optional<Session> session(String tokenHash) {
        return Optional.ofNullable(sessions.get(tokenHash));
    }

    Collection<Session> sessions() {
        return sessions.values();
    }

    Optional<OneTimeLink> link(String tokenHash) {
        return Optional.ofNullable(links.get(tokenHash));
    }

    Collection<OneTimeLink> links() {
        return links.values();
    }

    /** Runs {@code decision} with nothing else changing, then writes and applies its changes. */
    <R> R change(Supplier<Decision<R>> decision) {
        oneAtATime.lock();
        try {
            Decision<R> decided = decision.get();
            if (!decided.changes().isEmpty()) {
                store.save(decided.changes());
                decided.changes().forEach(this::apply);
            }
            return decided.result();
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Ends everything whose time is up; said together with whatever is written next. */
    List<AccountChange> over(long nowMs) {
        List<AccountChange> changes = new ArrayList<>();
        sessions.values().stream()
                .filter(session -> !session.openAt(nowMs))
                .forEach(old -> changes.add(new AccountChange.SessionEnd(old.tokenHash())));
        links.values().stream()
                .filter(link -> !link.usableAt(nowMs))
                .forEach(old -> changes.add(new AccountChange.LinkEnd(old.tokenHash())));
        return changes;
    }

    private void apply(AccountChange change) {
        switch (change) {
            case AccountChange.UserChange(var user) -> put(user);
            case AccountChange.UserEnd(var user) -> remove(user);
            case AccountChange.SessionChange(var session) ->
                    sessions.put(session.tokenHash(), session);
            case AccountChange.SessionEnd(String hash) -> sessions.remove(hash);
            case AccountChange.LinkChange(var link) -> links.put(link.tokenHash(), link);
            case AccountChange.LinkEnd(String hash) -> links.remove(hash);
        }
    }

    private void remove(UserId id) {
        User user = users.remove(id);
        if (user != null) {
            byEmail.remove(user.email());
        }
    }

    private void put(User user) {
        User before = users.put(user.id(), user);
        if (before != null) {
            byEmail.remove(before.email());
        }
        byEmail.put(user.email(), user);
    }

    /** What is to be written, and what the caller gets when it is. */
    record Decision<R>(List<AccountChange> changes, R result) {
        Decision {
            changes = List.copyOf(changes);
        }
    }
}
