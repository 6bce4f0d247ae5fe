package dev.posthorn.server.store.config;

import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.profile.own.OwnProfileVersion;
import dev.posthorn.core.store.ConfigStore.Snapshot;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.store.row.EndpointCodec;
import dev.posthorn.server.store.row.EventTypeCodec;
import dev.posthorn.server.store.row.KeyCodec;
import dev.posthorn.server.store.row.OrganisationCodec;
import dev.posthorn.server.store.row.OwnProfileCodec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a node keeps of the configuration in memory, read whole. */
public final class ReadConfiguration {
    /** Rows of organisations that are being erased are as good as gone. */
    private static final String NOT_PURGED = "(org IS NULL OR org NOT IN (SELECT org FROM purge))";

    private ReadConfiguration() {}

    public static Snapshot read(Connection connection, SecretBox box) throws SQLException {
        EndpointCodec codec = new EndpointCodec(box);
        return new Snapshot(
                Rows.read(
                        connection,
                        "SELECT seq, uid, body FROM organisation ORDER BY seq",
                        ReadConfiguration::organisation),
                Rows.read(
                        connection,
                        "SELECT seq, org, token_hash, body FROM api_key WHERE "
                                + NOT_PURGED
                                + " ORDER BY seq",
                        ReadConfiguration::key),
                Rows.read(
                        connection,
                        "SELECT seq, org, body, secrets FROM endpoint WHERE "
                                + NOT_PURGED
                                + " ORDER BY seq",
                        row -> endpoint(row, codec)),
                Rows.read(
                        connection,
                        "SELECT name, version, body FROM own_profile ORDER BY name, version",
                        ReadConfiguration::profile),
                Rows.read(
                        connection,
                        "SELECT slug, body FROM event_type ORDER BY slug",
                        ReadConfiguration::eventType));
    }

    private static Organisation organisation(ResultSet row) throws SQLException {
        return OrganisationCodec.decode(row.getLong(1), row.getString(2), row.getString(3));
    }

    private static Key key(ResultSet row) throws SQLException {
        long organisation = row.getLong(2);
        Long owner = row.wasNull() ? null : (Long) organisation;
        return KeyCodec.decode(row.getLong(1), owner, row.getString(3), row.getString(4));
    }

    private static Endpoint endpoint(ResultSet row, EndpointCodec codec) throws SQLException {
        return codec.decode(row.getLong(1), row.getLong(2), row.getString(3), row.getBytes(4));
    }

    private static OwnProfileVersion profile(ResultSet row) throws SQLException {
        return OwnProfileCodec.decode(row.getString(1), row.getInt(2), row.getString(3));
    }

    private static TypeEntry eventType(ResultSet row) throws SQLException {
        return EventTypeCodec.decode(row.getString(1), row.getString(2));
    }
}
