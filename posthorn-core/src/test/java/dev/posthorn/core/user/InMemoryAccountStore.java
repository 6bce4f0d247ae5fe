package dev.posthorn.core.user;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** People in memory. */
public final class InMemoryAccountStore implements AccountStore {
    private final Map<Long, User> users = new TreeMap<>();
    private final Map<String, Session> sessions = new TreeMap<>();
    private final Map<String, OneTimeLink> links = new TreeMap<>();

    @Override
    public synchronized void save(List<AccountChange> changes) {
        changes.forEach(this::check);
        changes.forEach(this::write);
    }

    private void check(AccountChange change) {
        if (change instanceof AccountChange.UserChange(var user)
                && users.values().stream()
                        .anyMatch(known ->
                                known.email().equals(user.email())
                                        && !known.id().equals(user.id()))) {
            throw new IllegalStateException("e-mail taken: " + user.email());
        }
    }

    private void write(AccountChange change) {
        switch (change) {
            case AccountChange.UserChange(var user) -> users.put(user.id().seq(), user);
            case AccountChange.UserEnd(var user) -> users.remove(user.seq());
            case AccountChange.SessionChange(var session) ->
                    sessions.put(session.tokenHash(), session);
            case AccountChange.SessionEnd(String hash) -> sessions.remove(hash);
            case AccountChange.LinkChange(var link) -> links.put(link.tokenHash(), link);
            case AccountChange.LinkEnd(String hash) -> links.remove(hash);
        }
    }

    @Override
    public synchronized Stored load() {
        return new Stored(
                List.copyOf(users.values()),
                List.copyOf(sessions.values()),
                List.copyOf(links.values()));
    }
}
