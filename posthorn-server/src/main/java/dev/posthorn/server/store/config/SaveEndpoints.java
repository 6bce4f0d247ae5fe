package dev.posthorn.server.store.config;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.store.row.Codes;
import dev.posthorn.server.store.row.EndpointCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes endpoints, and each revision of them once. */
public final class SaveEndpoints {
    /** Revisions kept of an endpoint; older attempts are shown without their request. */
    private static final int MOST_REVISIONS = 1_000;

    private final PreparedStatement current;
    private final PreparedStatement revision;
    private final PreparedStatement forget;
    private final EndpointCodec codec;

    public SaveEndpoints(Connection connection, SecretBox box) throws SQLException {
        current =
                connection.prepareStatement(
                        """
                        INSERT INTO endpoint (seq, org, uid, state, body, secrets)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (seq) DO UPDATE SET uid = excluded.uid,
                            state = excluded.state, body = excluded.body,
                            secrets = excluded.secrets
                        """);
        revision =
                connection.prepareStatement(
                        """
                        INSERT INTO endpoint_revision
                            (endpoint, revision, body, secrets, profile_version)
                        VALUES (?, ?, ?, ?, (SELECT MAX(version) FROM own_profile WHERE name = ?))
                        ON CONFLICT DO NOTHING
                        """);
        forget =
                connection.prepareStatement(
                        "DELETE FROM endpoint_revision WHERE endpoint = ? AND revision <= ?");
        codec = new EndpointCodec(box);
    }

    public void write(Endpoint endpoint) throws SQLException {
        String body = EndpointCodec.body(endpoint);
        byte[] secrets = codec.secrets(endpoint);
        current.setLong(1, endpoint.id().seq());
        current.setLong(2, endpoint.organisation().seq());
        current.setString(3, endpoint.uid());
        current.setInt(4, Codes.of(endpoint.state()));
        current.setString(5, body);
        current.setBytes(6, secrets);
        current.executeUpdate();
        revision.setLong(1, endpoint.id().seq());
        revision.setInt(2, endpoint.revision());
        revision.setString(3, body);
        revision.setBytes(4, secrets);
        revision.setString(5, endpoint.settings().profile());
        revision.executeUpdate();
        forgetBefore(endpoint);
    }

    private void forgetBefore(Endpoint endpoint) throws SQLException {
        if (endpoint.revision() > MOST_REVISIONS) {
            forget.setLong(1, endpoint.id().seq());
            forget.setInt(2, endpoint.revision() - MOST_REVISIONS);
            forget.executeUpdate();
        }
    }
}
