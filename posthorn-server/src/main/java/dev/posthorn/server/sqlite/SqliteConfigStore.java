package dev.posthorn.server.sqlite;

import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.profile.own.OwnProfileVersion;
import dev.posthorn.core.store.ConfigStore;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.sqlite.file.Database;
import dev.posthorn.server.sqlite.write.ConfigWork;
import dev.posthorn.server.sqlite.write.Inbox;
import dev.posthorn.server.store.StoreException;
import dev.posthorn.server.store.row.EndpointCodec;
import dev.posthorn.server.store.row.EventTypeCodec;
import dev.posthorn.server.store.row.KeyCodec;
import dev.posthorn.server.store.row.OrganisationCodec;
import dev.posthorn.server.store.row.OwnProfileCodec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Configuration: written by the writer, with its next commit; read whole, at the start. A change to
 * all pending deliveries of an endpoint returns when the last of them is done.
 */
final class SqliteConfigStore implements ConfigStore {
    /** Rows of organisations that are being erased are as good as gone. */
    private static final String NOT_PURGED = "coalesce(org NOT IN (SELECT org FROM purge), 1)";

    private final Database database;
    private final Inbox inbox;
    private final EndpointCodec endpoints;

    SqliteConfigStore(Database database, Inbox inbox, SecretBox box) {
        this.database = database;
        this.inbox = inbox;
        this.endpoints = new EndpointCodec(box);
    }

    @Override
    public void save(List<Change> changes) {
        ConfigWork work = new ConfigWork(changes);
        inbox.put(work);
        work.await();
    }

    @Override
    public Snapshot load() {
        try (Connection connection = database.openReader()) {
            return new Snapshot(
                    read(
                            connection,
                            "SELECT seq, uid, body FROM organisation ORDER BY seq",
                            SqliteConfigStore::organisation),
                    read(
                            connection,
                            "SELECT seq, org, token_hash, body FROM api_key WHERE "
                                    + NOT_PURGED
                                    + " ORDER BY seq",
                            SqliteConfigStore::key),
                    read(
                            connection,
                            "SELECT seq, org, body, secrets FROM endpoint WHERE "
                                    + NOT_PURGED
                                    + " ORDER BY seq",
                            this::endpoint),
                    read(
                            connection,
                            "SELECT name, version, body FROM own_profile ORDER BY name, version",
                            SqliteConfigStore::profile),
                    read(
                            connection,
                            "SELECT slug, body FROM event_type ORDER BY slug",
                            SqliteConfigStore::eventType));
        } catch (SQLException e) {
            throw new StoreException("configuration could not be read", e);
        }
    }

    private static Organisation organisation(ResultSet row) throws SQLException {
        return OrganisationCodec.decode(row.getLong(1), row.getString(2), row.getString(3));
    }

    private static Key key(ResultSet row) throws SQLException {
        long organisation = row.getLong(2);
        Long owner = row.wasNull() ? null : (Long) organisation;
        return KeyCodec.decode(row.getLong(1), owner, row.getString(3), row.getString(4));
    }

    private Endpoint endpoint(ResultSet row) throws SQLException {
        return endpoints.decode(row.getLong(1), row.getLong(2), row.getString(3), row.getBytes(4));
    }

    private static OwnProfileVersion profile(ResultSet row) throws SQLException {
        return OwnProfileCodec.decode(row.getString(1), row.getInt(2), row.getString(3));
    }

    private static TypeEntry eventType(ResultSet row) throws SQLException {
        return EventTypeCodec.decode(row.getString(1), row.getString(2));
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
