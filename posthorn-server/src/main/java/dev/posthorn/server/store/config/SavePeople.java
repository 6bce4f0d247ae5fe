package dev.posthorn.server.store.config;

import dev.posthorn.core.user.AccountChange;
import dev.posthorn.core.user.OneTimeLink;
import dev.posthorn.core.user.Session;
import dev.posthorn.core.user.User;
import dev.posthorn.server.store.row.PeopleCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes users, sessions and one-time links. */
public final class SavePeople {
    private static final String TOKEN =
            """
            INSERT INTO %s (token_hash, body) VALUES (?, ?)
            ON CONFLICT (token_hash) DO UPDATE SET body = excluded.body
            """;

    private final PreparedStatement person;
    private final PreparedStatement personEnd;
    private final PreparedStatement session;
    private final PreparedStatement sessionEnd;
    private final PreparedStatement link;
    private final PreparedStatement linkEnd;

    public SavePeople(Connection connection) throws SQLException {
        person =
                connection.prepareStatement(
                        """
                        INSERT INTO person (seq, email, body) VALUES (?, ?, ?)
                        ON CONFLICT (seq) DO UPDATE SET email = excluded.email, body = excluded.body
                        """);
        personEnd = connection.prepareStatement("DELETE FROM person WHERE seq = ?");
        session = connection.prepareStatement(TOKEN.formatted("sign_in"));
        sessionEnd = connection.prepareStatement("DELETE FROM sign_in WHERE token_hash = ?");
        link = connection.prepareStatement(TOKEN.formatted("one_time_link"));
        linkEnd = connection.prepareStatement("DELETE FROM one_time_link WHERE token_hash = ?");
    }

    public void write(AccountChange change) throws SQLException {
        switch (change) {
            case AccountChange.UserChange(User user) -> write(user);
            case AccountChange.UserEnd(var user) -> {
                personEnd.setLong(1, user.seq());
                personEnd.executeUpdate();
            }
            case AccountChange.SessionChange(Session opened) ->
                    write(session, opened.tokenHash(), PeopleCodec.encode(opened));
            case AccountChange.SessionEnd(String hash) -> delete(sessionEnd, hash);
            case AccountChange.LinkChange(OneTimeLink made) ->
                    write(link, made.tokenHash(), PeopleCodec.encode(made));
            case AccountChange.LinkEnd(String hash) -> delete(linkEnd, hash);
        }
    }

    private void write(User user) throws SQLException {
        person.setLong(1, user.id().seq());
        person.setString(2, user.email());
        person.setString(3, PeopleCodec.encode(user));
        person.executeUpdate();
    }

    private static void write(PreparedStatement statement, String hash, String body)
            throws SQLException {
        statement.setString(1, hash);
        statement.setString(2, body);
        statement.executeUpdate();
    }

    private static void delete(PreparedStatement statement, String hash) throws SQLException {
        statement.setString(1, hash);
        statement.executeUpdate();
    }
}
