package dev.posthorn.server.store.config;

import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.core.profile.own.OwnProfileVersion;
import dev.posthorn.server.store.row.EventTypeCodec;
import dev.posthorn.server.store.row.OwnProfileCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes event types, and versions of profiles of the operator's own. */
public final class SaveCatalogue {
    private final PreparedStatement eventType;
    private final PreparedStatement profile;

    public SaveCatalogue(Connection connection) throws SQLException {
        eventType =
                connection.prepareStatement(
                        """
                        INSERT INTO event_type (slug, body) VALUES (?, ?)
                        ON CONFLICT (slug) DO UPDATE SET body = excluded.body
                        """);
        profile =
                connection.prepareStatement(
                        """
                        INSERT INTO own_profile (name, version, body) VALUES (?, ?, ?)
                        ON CONFLICT (name, version) DO UPDATE SET body = excluded.body
                        """);
    }

    public void write(TypeEntry entry) throws SQLException {
        eventType.setString(1, entry.type().slug());
        eventType.setString(2, EventTypeCodec.encode(entry));
        eventType.executeUpdate();
    }

    public void write(OwnProfileVersion version) throws SQLException {
        profile.setString(1, version.name());
        profile.setInt(2, version.version());
        profile.setString(3, OwnProfileCodec.encode(version));
        profile.executeUpdate();
    }
}
