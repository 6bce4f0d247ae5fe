package dev.posthorn.core.user;

import java.util.List;

/** Users, sessions and one-time links, durable. Calls block until the change is flushed. */
public interface AccountStore {
    /**
     * Writes all of it or none. A row of the same name is replaced; ending what is not is nothing.
     */
    void save(List<AccountChange> changes);

    /** Users by number; sessions and links in no order. */
    Stored load();

    /** Everything there is. */
    record Stored(List<User> users, List<Session> sessions, List<OneTimeLink> links) {
        public Stored {
            users = List.copyOf(users);
            sessions = List.copyOf(sessions);
            links = List.copyOf(links);
        }
    }
}
