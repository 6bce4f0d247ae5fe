package dev.posthorn.server.sqlite;

import dev.posthorn.core.store.ConfigStore;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.user.AccountChange;
import dev.posthorn.core.user.AccountStore;
import dev.posthorn.server.sqlite.file.Database;
import dev.posthorn.server.store.StoreException;
import dev.posthorn.server.store.row.PeopleCodec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** People: written as configuration is, read whole at the start. */
final class SqliteAccountStore implements AccountStore {
    private final Database database;
    private final ConfigStore configuration;

    SqliteAccountStore(Database database, ConfigStore configuration) {
        this.database = database;
        this.configuration = configuration;
    }

    @Override
    public void save(List<AccountChange> changes) {
        List<Change> rows = new ArrayList<>();
        changes.forEach(change -> rows.add(new Change.PeopleChange(change)));
        configuration.save(rows);
    }

    @Override
    public Stored load() {
        try (Connection connection = database.openReader()) {
            return new Stored(
                    read(
                            connection,
                            "SELECT seq, email, body FROM person ORDER BY seq",
                            row ->
                                    PeopleCodec.user(
                                            row.getLong(1), row.getString(2), row.getString(3))),
                    read(
                            connection,
                            "SELECT token_hash, body FROM sign_in",
                            row -> PeopleCodec.session(row.getString(1), row.getString(2))),
                    read(
                            connection,
                            "SELECT token_hash, body FROM one_time_link",
                            row -> PeopleCodec.link(row.getString(1), row.getString(2))));
        } catch (SQLException e) {
            throw new StoreException("users could not be read", e);
        }
    }

    private static <T> List<T> read(Connection connection, String sql, RowReader<T> reader)
            throws SQLException {
        List<T> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(reader.read(row));
            }
        }
        return found;
    }

    /** Makes a value of a row. */
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
